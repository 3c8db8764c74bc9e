// Small actions that need no server: copy the link, the citation, a table or the code for another website; print; and
// write the address of the view on paper.
(function () {
  // Where the site has no https, browsers give no clipboard: then the older way, by what is selected.
  function copySelected(text) {
    var area = document.createElement("textarea"), focused = document.activeElement;
    area.value = text;
    area.style.position = "fixed";
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    if (focused) focused.focus();
    return done ? Promise.resolve() : Promise.reject();
  }
  function copy(text, told) {
    var copied = navigator.clipboard ? navigator.clipboard.writeText(text) : copySelected(text);
    told.textContent = "";  // so that a second copy is told again
    copied.then(
      function () { told.textContent = told.dataset.copied; },
      function () { told.textContent = text; }  // the browser does not allow it: the reader can
    );
  }
  function toldIn(place) { return place.querySelector("[data-copied]"); }
  function copyLink(button) { copy(location.href, toldIn(button.closest(".card, .copied"))); }
  function copyCitation(button) {
    var cited = button.closest("details");
    copy(cited.querySelector(".citation").textContent, toldIn(cited));
  }
  function copyCode(button) {
    var box = button.closest("details");
    copy(box.querySelector(".embed-code").value, toldIn(box));
  }
  function copyTable(button) {
    copy(button.dataset.text + location.origin + button.dataset.permalink, toldIn(button.parentElement));
  }
  function date() {
    return new Date().toLocaleDateString("nl-BE", {day: "numeric", month: "long", year: "numeric"});
  }
  // The server does not know when a page is read, nor under which name of the site: they are added here,
  // when the reader opens the place where they stand: writing a date is slow the first time.
  function complete(places) {
    document.querySelectorAll(places + " .citation").forEach(function (place) {
      var address = location.origin + place.dataset.permalink;
      var text = place.dataset.text + ", geraadpleegd op " + date() + ". " + address;
      if (place.textContent !== text) place.textContent = text;
    });
    document.querySelectorAll(places + " .embed-code").forEach(function (field) {
      field.value = field.dataset.code.replace('src="', 'src="' + location.origin);
    });
  }
  function completeOpen() { complete("details[open]"); }
  function completeForPaper() {
    complete("details");
    writeAddress();
  }
  function writeAddress() {
    var today = date();
    document.querySelectorAll(".printed-address").forEach(function (place) {
      place.textContent = location.href + " (" + today + ")";
    });
  }
  var ACTIONS = {
    "copy-link": copyLink, "copy-citation": copyCitation, "copy-code": copyCode, "copy-table": copyTable,
    "print": function () { window.print(); }
  };
  document.addEventListener("click", function (event) {
    var target = event.target.closest("button[data-action]");
    if (target && ACTIONS[target.dataset.action]) ACTIONS[target.dataset.action](target);
  });
  window.addEventListener("beforeprint", completeForPaper);
  document.addEventListener("toggle", completeOpen, true);
  new MutationObserver(completeOpen).observe(
    document, {childList: true, subtree: true, attributeFilter: ["data-permalink", "data-text", "data-code"]}
  );
})();
