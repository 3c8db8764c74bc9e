// On paper every chart has the width of the sheet, whatever the screen was, and all that is closed is open.
(function () {
  var WIDTH = 680;  // pixels: 180 mm
  var opened = [];

  function resize(sizeOf) {
    document.querySelectorAll(".chart-area .js-plotly-plot").forEach(function (graph) {
      window.Plotly.relayout(graph, sizeOf(graph));
    });
  }

  function before() {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (one) { one.open = true; });
    resize(function (graph) { return {autosize: false, width: WIDTH, height: graph.offsetHeight}; });
  }

  function after() {
    opened.forEach(function (one) { one.open = false; });
    resize(function () { return {autosize: true, width: null, height: null}; });
  }

  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
})();
