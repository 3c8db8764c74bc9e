// A chart is one stop of the keyboard, and the arrow keys walk its points: each is pointed at and told in words, by the
// text that the drawing carries for it. "Vertel het me" does the walk by itself, with a tone as high as the value.
(function () {
  var PAUSE = 900;  // milliseconds between two points
  var LOWEST = 220, OCTAVES = 2;  // the tone of the lowest value in hertz, and how far the highest is above it
  var KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];
  var places = new WeakMap();  // of each chart the place of the point that was told last
  var playing = null;

  function drawing(area) { return area.querySelector(".js-plotly-plot"); }
  function told(area) { return area.closest(".chart").querySelector(".told"); }
  function plain(text) { return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"); }

  // What only decorates (stems, a required path) carries no text of its own, and is no point.
  function pointsOf(trace, curve) {
    var texts = trace.hoverinfo === "text" && Array.isArray(trace.hovertext) ? trace.hovertext : [];
    return texts.map(function (text, number) {
      return {
        curve: curve, number: number, text: plain(text || ""), name: trace.name, isBar: trace.type === "bar",
        x: Number(trace.x[number]), y: Number(trace.y[number])
      };
    }).filter(function (point) { return point.text; });
  }

  function isFirst(point, place, all) {
    return place === all.findIndex(function (one) { return one.name === point.name && one.x === point.x; });
  }

  // The points in the order of reading, each with the number of its series, its place within it, and its value: rows
  // from the top down, or line after line. The dashed end of a line repeats a point of the line, which counts once.
  function points(graph) {
    var hasRows = graph.layout.yaxis && graph.layout.yaxis.visible === false;
    var all = graph.data.flatMap(pointsOf);
    if (!hasRows) all = all.filter(isFirst);
    function key(point) { return hasRows ? point.y : point.name; }
    var series = Array.from(new Set(all.map(key)));
    if (hasRows) series.sort(function (one, other) { return other - one; });
    all.forEach(function (point) {
      point.series = series.indexOf(key(point));
      point.along = hasRows && point.isBar ? point.curve : point.x;
      point.value = hasRows ? point.x : point.y;
    });
    return all.sort(function (one, other) { return one.series - other.series || one.along - other.along; });
  }

  // The nearest point of the series above or below; without such a series, the same point.
  function across(all, place, step) {
    function distance(one) { return Math.abs(one.along - all[place].along); }
    var others = all.filter(function (one) { return one.series === all[place].series + step; });
    others.sort(function (one, other) { return distance(one) - distance(other); });
    return others.length ? all.indexOf(others[0]) : place;
  }

  function moved(all, place, key) {
    if (key === "End") return all.length - 1;
    if (key === "Home" || place === undefined) return 0;
    var from = Math.min(place, all.length - 1);
    if (key === "ArrowLeft") return Math.max(from - 1, 0);
    if (key === "ArrowRight") return Math.min(from + 1, all.length - 1);
    return across(all, from, key === "ArrowUp" ? -1 : 1);
  }

  function tell(area, point, pointsAt) {
    told(area).textContent = point.text;
    if (pointsAt) window.Plotly.Fx.hover(drawing(area), [{curveNumber: point.curve, pointNumber: point.number}]);
  }

  function leave(area) {
    places.delete(area);
    told(area).textContent = "";
    var graph = drawing(area);
    if (graph && graph._fullLayout) window.Plotly.Fx.unhover(graph);  // Dash empties a drawing before it goes
  }

  function walk(area, key) {
    var graph = drawing(area);
    var all = graph ? points(graph) : [];
    if (!all.length) return;
    stop();
    var place = moved(all, places.get(area), key);
    places.set(area, place);
    tell(area, all[place], true);
  }

  function stop() {
    if (!playing) return;
    var ended = playing;
    playing = null;
    clearTimeout(ended.timer);
    ended.audio.close();
    ended.button.textContent = ended.label;
    if (ended.area.isConnected) leave(ended.area);
  }

  function sound(audio, height) {
    var tone = audio.createOscillator(), volume = audio.createGain(), now = audio.currentTime;
    tone.frequency.value = LOWEST * Math.pow(2, OCTAVES * height);
    volume.gain.setValueAtTime(0.0001, now);
    volume.gain.exponentialRampToValueAtTime(0.2, now + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + 0.45);
    tone.connect(volume).connect(audio.destination);
    tone.start(now);
    tone.stop(now + 0.5);
  }

  // Play one point after the other; a chart that was drawn anew in between ends it. The label that walks along is a
  // movement, which a reader can have switched off: tone and text go on.
  function play(button) {
    var area = button.closest(".chart").querySelector(".chart-area");
    var graph = drawing(area), data = graph && graph.data, all = graph ? points(graph) : [];
    var values = all.map(function (point) { return point.value; });
    var low = Math.min.apply(null, values.concat(0)), high = Math.max.apply(null, values);
    var isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!all.length) return;
    var mine = playing = {button: button, label: button.textContent, area: area, audio: new AudioContext()};
    button.textContent = "Stop";
    (function next(place) {
      if (playing !== mine) return;
      if (place === all.length || !button.isConnected || graph.data !== data) { stop(); return; }
      tell(area, all[place], !isStill);
      sound(mine.audio, (all[place].value - low) / (high - low || 1));
      mine.timer = setTimeout(next, PAUSE, place + 1);
    })(0);
  }

  document.addEventListener("keydown", function (event) {
    var area = event.target.closest(".chart-area");
    if (event.key === "Escape" && playing) stop();
    if (event.target !== area || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") leave(area);
    if (KEYS.indexOf(event.key) < 0) return;
    event.preventDefault();
    walk(area, event.key);
  });
  document.addEventListener("focusout", function (event) {
    if (event.target !== document && event.target.matches(".chart-area") && event.target.isConnected && !playing) leave(event.target);
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-action=tell]");
    var wasMine = button && playing && playing.button === button;
    if (button) stop();
    if (button && !wasMine) play(button);
  });
  if (window.AudioContext) document.documentElement.classList.add("has-sound");
})();
