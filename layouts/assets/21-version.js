// Who reads older figures goes on doing so: on a page that says it is of an older version, each link to another page
// keeps the version, in the menu, the footer and the page alike. The way to the newest figures does not.
(function () {
  function version() {
    return document.querySelector(".pinned") && new URLSearchParams(location.search).get("versie");
  }
  window.readVersion = version;  // a search keeps it too
  function keeps(link) {
    var isPage = link.origin === location.origin && !/\.\w+$/.test(link.pathname);  // a file names its own version
    return isPage && !link.closest(".pinned") && link.getAttribute("href")[0] !== "#";
  }
  // Give the link the version, if it has none.
  function complete(link) {
    var asked = version(), address = new URL(link.href);
    if (!asked || !keeps(link) || address.searchParams.has("versie")) return;
    address.searchParams.set("versie", asked);
    link.setAttribute("href", address.pathname + address.search + address.hash);
  }
  function linkAt(event) { return event.target.closest && event.target.closest("a[href]"); }
  ["pointerover", "focusin"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var link = linkAt(event);
      if (link) complete(link);
    });
  });
  // Dash goes to the address that it gave the link itself; here to the one that the reader saw.
  document.addEventListener("click", function (event) {
    var link = linkAt(event), inPlace = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !inPlace || !version() || !keeps(link) || link.target) return;
    complete(link);
    event.preventDefault();
    document.querySelectorAll(".menu[open]").forEach(function (menu) { menu.open = false; });
    event.stopPropagation();
    history.pushState({}, "", link.getAttribute("href"));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }, true);
})();
