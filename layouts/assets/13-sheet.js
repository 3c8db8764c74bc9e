// On a phone the controls are a sheet over the page: a button opens it, and then the keyboard stays in it. "Toon", Escape
// and a touch beside it close it, and the focus returns to the button. On a phone, too, the long notes start closed.
(function () {
  var narrow = window.matchMedia("(max-width: 47.9375em)");
  function opener(sheet) { return document.querySelector('[aria-controls="' + sheet.id + '"]'); }
  function focusable(sheet) {
    return Array.from(sheet.querySelectorAll("input:not([type=hidden]), button")).filter(function (one) {
      return one.offsetParent !== null && one.tabIndex >= 0;
    });
  }
  function open(sheet) {
    sheet.classList.add("is-open");
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-modal", "true");
    sheet.setAttribute("aria-label", opener(sheet).textContent);
    opener(sheet).setAttribute("aria-expanded", "true");
    var first = focusable(sheet)[0];
    if (first) first.focus();
  }
  function close(sheet) {
    sheet.classList.remove("is-open");
    ["role", "aria-modal", "aria-label"].forEach(function (name) { sheet.removeAttribute(name); });
    opener(sheet).setAttribute("aria-expanded", "false");
    opener(sheet).focus();
  }
  function stay(event, sheet) {
    var all = focusable(sheet);
    var from = event.shiftKey ? all[0] : all[all.length - 1];
    var to = event.shiftKey ? all[all.length - 1] : all[0];
    if (document.activeElement !== from) return;
    event.preventDefault();
    to.focus();
  }
  document.addEventListener("click", function (event) {
    var sheet = document.querySelector(".sheet.is-open");
    var button = event.target.closest(".sheet-open");
    if (!sheet && button) open(document.getElementById(button.getAttribute("aria-controls")));
    else if (sheet && (event.target.closest(".sheet-close") || isBeside(event, sheet))) close(sheet);
  });
  function isBeside(event, sheet) { return event.target.isConnected && !sheet.contains(event.target); }
  document.addEventListener("keydown", function (event) {
    var sheet = document.querySelector(".sheet.is-open");
    if (!sheet) return;
    if (event.key === "Escape" && !event.defaultPrevented) close(sheet);
    if (event.key === "Tab") stay(event, sheet);
  });
  document.addEventListener("keydown", function (event) {  // an open list takes the first Escape for itself
    if (event.key === "Escape" && event.target.getAttribute("aria-expanded") === "true") event.preventDefault();
  }, true);
  new MutationObserver(function () {
    document.querySelectorAll("details[open].card:not([data-seen])").forEach(function (card) {
      card.dataset.seen = "";
      if (narrow.matches) card.open = false;
    });
  }).observe(document, {childList: true, subtree: true});
})();
