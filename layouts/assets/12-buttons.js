// Small actions that need no server: copy the link, print, and write the address of the view on paper.
(function () {
  function copyLink(button) {
    var told = button.closest(".card").querySelector("[data-copied]");
    var copied = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.reject();
    copied.then(
      function () { told.textContent = told.dataset.copied; },
      function () { told.textContent = location.href; }  // the browser does not allow it: the reader can
    );
  }
  function writeAddress() {
    var today = new Date().toLocaleDateString("nl-BE", {day: "numeric", month: "long", year: "numeric"});
    document.querySelectorAll(".printed-address").forEach(function (place) {
      place.textContent = location.href + " (" + today + ")";
    });
  }
  document.addEventListener("click", function (event) {
    var target = event.target.closest("button[data-action]");
    if (!target) return;
    if (target.dataset.action === "copy-link") copyLink(target);
    if (target.dataset.action === "print") window.print();
  });
  window.addEventListener("beforeprint", writeAddress);
})();
