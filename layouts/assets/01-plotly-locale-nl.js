/* The Dutch of plotly.js, complete for the basic bundle (plotly.js's own "nl" leaves half in English, and its "nl-BE"
   keeps the English decimal point). Found by plotly.js for the locales nl and nl-BE; a test compares it with the bundle. */
(function () {
  "use strict";

  const locale = {
    moduleType: "locale",
    name: "nl",
    dictionary: {
      "Autoscale": "Schaal automatisch",
      "Box Select": "Selecteer met een rechthoek",
      "Cancel": "Annuleer",
      "Click to enter Colorscale title": "Klik om de titel van de kleurschaal in te vullen",
      "Click to enter Plot subtitle": "Klik om de ondertitel van de grafiek in te vullen",
      "Click to enter Plot title": "Klik om de titel van de grafiek in te vullen",
      "Click to enter X axis title": "Klik om de titel van de x-as in te vullen",
      "Click to enter Y axis title": "Klik om de titel van de y-as in te vullen",
      "Compare data on hover": "Vergelijk de waarden bij het aanwijzen",
      "Double-click on legend to isolate one trace": "Dubbelklik op de legende om één reeks alleen te tonen",
      "Double-click to zoom back out": "Dubbelklik om weer uit te zoomen",
      "Download plot": "Download de grafiek",
      "Download plot as JSON": "Download de grafiek (JSON)",
      "Download plot as a PNG": "Download de grafiek (PNG)",
      "Draw circle": "Teken een cirkel",
      "Draw closed freeform": "Teken een gesloten vorm",
      "Draw line": "Teken een lijn",
      "Draw open freeform": "Teken een open vorm",
      "Draw rectangle": "Teken een rechthoek",
      "Erase active shape": "Wis de gekozen vorm",
      "If you don't have a Plotly Cloud account yet, you'll have a chance to create one.":
        "Heb je nog geen account bij Plotly Cloud, dan kun je er een maken.",
      "Image download succeeded": "De afbeelding is gedownload",
      "JSON download succeeded": "Het JSON-bestand is gedownload",
      "Lasso Select": "Selecteer met de hand",
      "Orbital rotation": "Draai in alle richtingen",
      "Pan": "Verschuif",
      "Preparing image - this may take a few seconds": "We maken de afbeelding. Dat kan enkele seconden duren",
      "Produced with Plotly.js": "Gemaakt met Plotly.js",
      "Reset": "Herstel",
      "Reset axes": "Herstel de assen",
      "Reset camera to default": "Herstel het standaardbeeld",
      "Reset camera to last save": "Herstel het laatst bewaarde beeld",
      "Reset view": "Herstel de weergave",
      "Reset views": "Herstel de weergaven",
      "Share": "Deel",
      "Share chart": "Deel de grafiek",
      "Share chart...": "Deel de grafiek …",
      "Show closest data on hover": "Toon de dichtste waarde bij het aanwijzen",
      "Sorry, there was a problem downloading your JSON file!": "Het JSON-bestand downloaden is niet gelukt.",
      "Sorry, there was a problem downloading your image!": "De afbeelding downloaden is niet gelukt.",
      "This chart will be sent to {serverUrl}.": "Deze grafiek wordt verstuurd naar {serverUrl}.",
      "This chart will be uploaded to {Plotly Cloud} to create a sharing link. Only you can see it until you change its visibility.":
        "Deze grafiek wordt opgeladen naar {Plotly Cloud} om een link te maken. Alleen jij ziet ze, tot je dat wijzigt.",
      "Toggle Spike Lines": "Toon of verberg de hulplijnen",
      "Toggle show closest data on hover": "Toon of verberg de dichtste waarde bij het aanwijzen",
      "Turntable rotation": "Draai om de verticale as",
      "Zoom": "Zoom",
      "Zoom in": "Zoom in",
      "Zoom out": "Zoom uit",
      "new text": "nieuwe tekst",
      "trace": "reeks",
    },
    format: {
      days: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
      shortDays: ["zo", "ma", "di", "wo", "do", "vr", "za"],
      months: [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
      ],
      shortMonths: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
      periods: ["v.m.", "n.m."],
      dateTime: "%A %-d %B %Y, %H:%M:%S",
      date: "%d/%m/%Y",
      time: "%H:%M:%S",
      decimal: ",",
      thousands: ".",
      grouping: [3],
      currency: ["€ ", ""],
      year: "%Y",
      month: "%b %Y",
      dayMonth: "%-d %b",
      dayMonthYear: "%-d %b %Y",
    },
  };

  if (window.Plotly) {
    window.Plotly.register(locale);
  } else {
    window.PlotlyLocales = (window.PlotlyLocales || []).concat(locale);
  }
})();
