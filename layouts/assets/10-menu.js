// The menu of domains closes with Escape (the focus returns to its button), with a click beside it and after a choice.
(function () {
  function close(menu, refocus) {
    menu.open = false;
    if (refocus) menu.querySelector("summary").focus();
  }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll(".menu[open]").forEach(function (menu) { close(menu, true); });
  });
  document.addEventListener("click", function (event) {
    document.querySelectorAll(".menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target) || event.target.closest("a")) close(menu, false);
    });
  });
})();
