// The calculation example on the page of a target: with so much a year, when is the goal reached? All sums are done
// here, in the browser; the numbers come from the page (indicators/targets/what_if.py).
(function () {
  var LONGEST = 40; // years; a later goal is told, but drawn only so far

  function written(value, decimals) {
    return value.toLocaleString("nl-BE", {maximumFractionDigits: decimals}).replace("-", "−");
  }

  function unit(numbers, amount) {
    if (numbers.unit_measure !== "percent" && numbers.unit_measure !== "percentage_points") return "";
    return amount === 1 ? " procentpunt" : " procentpunten";
  }

  function comparedWithDeadline(year, deadline) {
    if (year === deadline) return "Dat is in het doeljaar " + deadline + ".";
    var years = Math.abs(year - deadline);
    return "Dat is " + years + " jaar " + (year > deadline ? "na" : "voor") + " het doeljaar " + deadline + ".";
  }

  // Count whole years: a goal reached in the course of a year is measured in the next one.
  function yearsNeeded(numbers, pace) {
    return Math.ceil(Math.abs(numbers.goal - numbers.start_value) / pace - 1e-9);
  }

  function sentence(numbers, pace) {
    var way = numbers.sign > 0 ? "erbij" : "eraf";
    var amount = written(pace, 1) + unit(numbers, pace) + " per jaar " + way;
    if (pace <= 0) return "Zonder verandering blijft het " + written(numbers.start_value, 2) + " en wordt het doel niet gehaald.";
    var years = yearsNeeded(numbers, pace);
    var year = Math.floor(numbers.start) + years;
    var end = numbers.start_value + numbers.sign * pace * years;
    var sum = written(numbers.start_value, 2) + (numbers.sign > 0 ? " + " : " − ") + years + " × " + written(pace, 1) +
      " = " + written(end, 2);
    return "Met " + amount + " vanaf " + numbers.start_year + " wordt het doel van " + numbers.goal_told +
      " gehaald in " + year + " (" + sum + "). " + comparedWithDeadline(year, numbers.deadline);
  }

  function road(numbers, pace) {
    var years = pace > 0 ? Math.min(yearsNeeded(numbers, pace), LONGEST) : Math.max(numbers.deadline - numbers.start, 5);
    var end = [numbers.start + years, numbers.start_value + numbers.sign * pace * years];
    return {
      type: "scatter", mode: "lines", name: "Rekenvoorbeeld", hoverinfo: "name",
      x: [numbers.start, end[0]], y: [numbers.start_value, end[1]],
      line: {color: "#333332", width: 2, dash: "dot"}
    };
  }

  function redrawn(figure, example) {
    var data = figure.data.filter(function (trace) { return trace.name !== example.name; });
    var ends = data.concat([example]).map(function (trace) { return Math.max.apply(null, trace.x.map(Number)); });
    var last = Math.max.apply(null, ends);
    var first = data[0].x[0];
    var axis = figure.layout.xaxis;
    var step = Math.max(1, Math.ceil((last - axis.range[0]) / 7));
    var xaxis = Object.assign({}, axis, {range: [axis.range[0], last + (first - axis.range[0])], dtick: step});
    var layout = Object.assign({}, figure.layout, {xaxis: xaxis});
    return Object.assign({}, figure, {data: [example].concat(data), layout: layout});
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    targets: {
      what_if: function (value, numbers, figure) {
        var pace = Math.round(Number(value) * 10) / 10;
        if (!numbers || !figure || isNaN(pace)) return [window.dash_clientside.no_update, ""];
        return [redrawn(figure, road(numbers, pace)), sentence(numbers, pace)];
      }
    }
  });
})();
