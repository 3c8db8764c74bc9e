// Small actions that need no server: copy the link, print, open and close the sheet of controls on a phone.
(function () {
  function setSheet(sheet, open) {
    sheet.classList.toggle("is-open", open);
    var button = document.querySelector('[aria-controls="' + sheet.id + '"]');
    button.setAttribute("aria-expanded", String(open));
    if (open) { var first = sheet.querySelector("input:not([type=hidden]), button"); if (first) first.focus(); }
    else button.focus();
  }
  function copyLink(button) {
    var told = button.closest("section").querySelector("[data-copied]");
    navigator.clipboard.writeText(location.href).then(
      function () { told.textContent = told.dataset.copied; },
      function () { told.textContent = location.href; }
    );
  }
  document.addEventListener("click", function (event) {
    var target = event.target.closest("button");
    if (!target) return;
    if (target.dataset.action === "copy-link") copyLink(target);
    if (target.dataset.action === "print") window.print();
    if (target.classList.contains("sheet-open")) {
      var sheet = document.getElementById(target.getAttribute("aria-controls"));
      setSheet(sheet, !sheet.classList.contains("is-open"));
    }
    if (target.classList.contains("sheet-close")) setSheet(target.closest(".sheet"), false);
  });
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && document.querySelector(".sheet.is-open");
    if (open) setSheet(open, false);
  });
})();
