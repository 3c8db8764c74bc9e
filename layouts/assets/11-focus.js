// After a change of page the focus goes to the heading, so that the keyboard starts there and its text is read aloud.
// Dash writes the title of the document last, after the content: that is the sign that a page stands. A page that is
// laid out anew for another query (Back, a link to itself) only takes the focus when what had it is gone.
// The current page of the menu is marked, too, and the section in which it stands.
(function () {
  var path = null;
  // A municipality ("/gemeente/44021-gent") stands in the section that lists all ("/gemeenten").
  function isOneOf(section) {
    return section.endsWith("/gemeenten") && location.pathname.startsWith(section.slice(0, -1) + "/");
  }
  function mark() {
    document.querySelectorAll(".header nav > a, .menu-panel a").forEach(function (link) {
      if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
      else if (location.pathname.startsWith(link.pathname + "/") || isOneOf(link.pathname)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
  function arrived() {
    var heading = document.querySelector("main h1");
    var changed = location.pathname !== path;
    var lost = document.activeElement === document.body || document.activeElement === null;
    var first = path === null;
    if (!heading) return;
    path = location.pathname;
    mark();
    if (first || location.hash || !(changed || lost)) return;
    if (changed) window.scrollTo(0, 0);
    heading.focus({preventScroll: true});
  }
  new MutationObserver(arrived).observe(document.querySelector("title"), {childList: true});
})();
