/* Settings for every chart of the site, applied the moment plotly.js arrives (Dash loads it only on pages with a chart).
   plotly.js offers by default to send a chart's data to its maker's server: here that is off. */
(function () {
  "use strict";

  let plotly = window.Plotly;

  function configure() {
    if (plotly && plotly.setPlotConfig) {
      plotly.setPlotConfig({
        locale: "nl-BE",
        showSendToCloud: false,
        plotlyServerURL: "",
        topojsonURL: "",
        displaylogo: false,
      });
    }
  }

  Object.defineProperty(window, "Plotly", {
    configurable: true,
    get: () => plotly,
    set: (arrived) => {
      plotly = arrived;
      configure();
    },
  });
  configure();
})();
