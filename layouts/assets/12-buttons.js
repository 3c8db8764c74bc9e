// Small actions that need no server: copy the link or the citation, print, and write the address of the view on paper.
(function () {
  function copy(text, told) {
    var copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
    copied.then(
      function () { told.textContent = told.dataset.copied; },
      function () { told.textContent = text; }  // the browser does not allow it: the reader can
    );
  }
  function copyLink(button) { copy(location.href, button.closest(".card").querySelector("[data-copied]")); }
  function copyCitation(button) {
    var cited = button.closest("details");
    copy(cited.querySelector(".citation").textContent, cited.querySelector("[data-copied]"));
  }
  function date() {
    return new Date().toLocaleDateString("nl-BE", {day: "numeric", month: "long", year: "numeric"});
  }
  // The server does not know when a page is read, nor under which name of the site: they are added here.
  function cite() {
    document.querySelectorAll(".citation").forEach(function (place) {
      var address = location.origin + place.dataset.permalink;
      var text = place.dataset.text + ", geraadpleegd op " + date() + ". " + address;
      if (place.textContent !== text) place.textContent = text;
    });
  }
  function writeAddress() {
    var today = date();
    document.querySelectorAll(".printed-address").forEach(function (place) {
      place.textContent = location.href + " (" + today + ")";
    });
  }
  document.addEventListener("click", function (event) {
    var target = event.target.closest("button[data-action]");
    if (!target) return;
    if (target.dataset.action === "copy-link") copyLink(target);
    if (target.dataset.action === "copy-citation") copyCitation(target);
    if (target.dataset.action === "print") window.print();
  });
  window.addEventListener("beforeprint", writeAddress);
  new MutationObserver(cite).observe(document, {childList: true, subtree: true, attributeFilter: ["data-permalink"]});
})();
