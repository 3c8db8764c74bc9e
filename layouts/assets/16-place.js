// An address with a place in it ("/plan#prioriteit-1") leads there once the page stands, and gives it the focus: the
// browser itself looks for the place before Dash has laid out the page.
(function () {
  var shown = null;
  function arrived() {
    if (!location.hash) shown = null;
    var place = document.getElementById(location.hash.slice(1));
    if (!place || !place.parentElement.closest("main") || location.href === shown) return;
    shown = location.href;
    place.tabIndex = -1;
    place.scrollIntoView();
    place.focus({preventScroll: true});
  }
  window.addEventListener("hashchange", function () { shown = location.href; });
  new MutationObserver(arrived).observe(document.querySelector("title"), {childList: true});
})();
