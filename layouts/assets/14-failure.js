// When the server does not answer, or answers with an error, what was on the page stays, and a notice says so with a
// button to try again: the same choice once more, or the page once more when it was a page that did not come.
(function () {
  var CALLBACKS = "_dash-update-component";
  var ask = window.fetch;
  function place() {
    var places = document.querySelectorAll(".failure");
    return places[places.length - 1];
  }
  function clear() {
    document.querySelectorAll(".failure").forEach(function (one) { one.replaceChildren(); });
  }
  function forget() {  // what the server told about an earlier question
    var told = document.getElementById("message");
    if (told && told.textContent) window.dash_clientside.set_props("message", {children: ""});
  }
  function again(asked) {
    var changed = (asked.changedPropIds || [])[0] || "";
    var input = asked.inputs.find(function (one) { return one.id + "." + one.property === changed; });
    clear();
    if (!input || input.id === "_pages_location") location.reload();
    else window.dash_clientside.set_props(input.id, {[input.property]: input.value});
  }
  function tell(asked) {
    var isPage = asked.inputs.some(function (one) { return one.id === "_pages_location"; });
    var button = document.createElement("button");
    clear();
    button.type = "button";
    button.className = "button";
    button.textContent = "Probeer opnieuw";
    button.addEventListener("click", function () { again(asked); });
    place().append((isPage ? "Deze pagina laadt niet. " : "Deze grafiek laadt niet. "), button);
  }
  window.fetch = function (address, options) {
    var answer = ask.apply(this, arguments);
    if (String(address.url || address).indexOf(CALLBACKS) < 0) return answer;
    var asked = JSON.parse(options.body);
    forget();
    answer.then(
      function (response) { if (response.ok) clear(); else tell(asked); },
      function (error) { if (error.name !== "AbortError") tell(asked); }
    );
    return answer;
  };
})();
