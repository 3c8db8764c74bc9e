// A chart as a file, made in the browser: its drawing with title, subtitle, legend, notes, source and address in it.
(function () {
  var WIDTH = 1200, EDGE = 32, LINE = 1.3;  // pixels, and the height of a line as a part of the size of its letters
  var INK = "#333332", MUTED = "#545961", FONT = "Inter, Arial, sans-serif";
  var measure = document.createElement("canvas").getContext("2d");

  function escaped(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }

  function wrapped(text, size, weight) {
    measure.font = weight + " " + size + "px " + FONT;
    return text.trim().split(/\s+/).reduce(function (lines, word) {
      var longer = lines.length ? lines[lines.length - 1] + " " + word : word;
      if (lines.length && measure.measureText(longer).width < WIDTH - 2 * EDGE) lines[lines.length - 1] = longer;
      else lines.push(word);
      return lines;
    }, []);
  }

  function part(text, size, colour, weight) {
    var lines = wrapped(text, size, weight || 400).map(escaped);
    return {text: weight ? "<b>" + lines.join("<br>") + "</b>" : lines.join("<br>"), size: size, colour: colour, lines: lines.length};
  }

  function texts(chart, selector) {
    return Array.from(chart.querySelectorAll(selector), function (one) { return one.textContent; }).filter(Boolean);
  }

  function above(chart) {
    var legend = Array.from(chart.querySelectorAll(".legend li"), function (entry) {
      var one = part(entry.textContent, 16, INK);
      one.text = '<span style="color:' + entry.dataset.colour + '">' + entry.dataset.glyph + "</span> " + one.text;
      return one;
    });
    var title = texts(chart, ".chart-title").map(function (text) { return part(text, 26, INK, 600); });
    var subtitle = texts(chart, ".chart-subtitle").map(function (text) { return part(text, 16, MUTED); });
    return title.concat(subtitle, legend);
  }

  // The address that goes on showing these figures; where a page gives none, its own.
  function address() {
    var cited = document.querySelector(".citation");
    return cited ? location.origin + cited.dataset.permalink : location.href;
  }

  function below(chart) {
    var today = new Date().toLocaleDateString("nl-BE", {day: "numeric", month: "long", year: "numeric"});
    var lines = texts(chart, ":scope > .note, :scope > .source");
    lines.push("Integratie in cijfers, geraadpleegd op " + today + ". " + address());
    return lines.map(function (text) { return part(text, 14, MUTED); });
  }

  function height(parts) {
    return parts.reduce(function (sum, one) { return sum + Math.ceil(one.lines * one.size * LINE) + 8; }, 0);
  }

  // Texts one under the other, from `start` pixels below the top (y = 1) or the bottom (y = 0) of the drawing.
  function annotations(parts, y, start, left) {
    return parts.map(function (one, place) {
      return {
        text: one.text, font: {size: one.size, color: one.colour, family: FONT}, align: "left", showarrow: false,
        xref: "paper", x: 0, xanchor: "left", xshift: EDGE - left,
        yref: "paper", y: y, yanchor: "top", yshift: -start - height(parts.slice(0, place))
      };
    });
  }

  function composed(chart) {
    var graph = chart.querySelector(".js-plotly-plot");
    var layout = JSON.parse(JSON.stringify(graph.layout));
    var own = layout.margin, head = above(chart), foot = below(chart);
    var top = EDGE + height(head), bottom = EDGE + height(foot);
    layout.margin = {l: own.l + EDGE, r: own.r + EDGE, t: own.t + top, b: own.b + bottom};
    layout.height = graph.offsetHeight + top + bottom;
    layout.width = WIDTH;
    layout.autosize = false;
    layout.paper_bgcolor = "#fff";
    layout.annotations = (layout.annotations || []).concat(
      annotations(head, 1, EDGE - layout.margin.t, layout.margin.l), annotations(foot, 0, own.b + 8, layout.margin.l)
    );
    // What a reader calculated (20-what-if.js) is no figure of the source that is named below it.
    return {data: graph.data.filter(function (trace) { return trace.name !== "Rekenvoorbeeld"; }), layout: layout};
  }

  // "werkzaamheidsgraad.png"; a second chart of the page is "werkzaamheidsgraad-2.png".
  function fileName(chart, kind) {
    var place = Array.from(document.querySelectorAll(".chart")).indexOf(chart);
    return location.pathname.split("/").filter(Boolean).pop() + (place ? "-" + (place + 1) : "") + "." + kind;
  }

  function download(chart, kind) {
    var figure = composed(chart);
    var size = {format: kind, width: WIDTH, height: figure.layout.height};
    window.Plotly.toImage(figure, size).then(function (image) {
      var link = document.createElement("a");
      link.href = image;
      link.download = fileName(chart, kind);
      link.click();
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-action=chart-file]");
    if (button) download(button.closest(".chart"), button.dataset.kind);
  });
})();
