// After a change of page the focus goes to the heading, so that the keyboard starts there and its text is read aloud.
// The current section of the menu is marked, too.
(function () {
  var path = null;
  function mark() {
    document.querySelectorAll(".header nav > a, .menu-panel a").forEach(function (link) {
      if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }
  function arrived() {
    var heading = document.querySelector("main h1");
    if (!heading || location.pathname === path) return;
    var first = path === null;
    path = location.pathname;
    mark();
    if (!first && !location.hash) { window.scrollTo(0, 0); heading.focus({preventScroll: true}); }
  }
  new MutationObserver(arrived).observe(document, {childList: true, subtree: true});
})();
