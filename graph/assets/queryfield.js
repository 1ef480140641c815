// What a query is written in: the editor where it is there, else the plain field of the page. Both do the same.
(function () {
  "use strict";
  var forumgraph = window.forumgraph = window.forumgraph || {};

  function plain(box, told) {
    function change(from, to, words) { box.setRangeText(words, from, to, "preserve"); }
    box.addEventListener("input", function () { told.changed(box.value, false); });
    box.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); told.run(); }
    });
    return {
      text: function () { return box.value; },
      write: function (words) { box.value = words; told.changed(words, false); },
      insert: function (at, words) { change(at, at, words); },
      change: change,
      focus: function () { box.focus(); },
      offer: function () {},
      wrong: function () { return null; },
      clear: function () { box.removeAttribute("aria-invalid"); },
      mark: function (line, column) {
        var at = box.value.split("\n").slice(0, line - 1).reduce(function (sum, each) { return sum + each.length + 1; }, 0) + column - 1;
        box.setAttribute("aria-invalid", "true");
        box.setSelectionRange(at, Math.min(at + 1, box.value.length));
      }
    };
  }

  function field(box, place, prefixes, told) {
    if (!self.forumgraphEditor) { return plain(box, told); }
    var made, label = document.querySelector("label[for=" + box.id + "]");
    place.hidden = false;
    box.hidden = true;
    made = self.forumgraphEditor({
      place: place, text: box.value, label: label.textContent, prefixes: Object.keys(prefixes), run: told.run,
      changed: function (text, typed) { box.value = text; told.changed(text, typed); }
    });
    label.addEventListener("click", function () { made.focus(); });
    return made;
  }

  forumgraph.field = field;
}());
