// The search page: loads only the parts of the index that the words asked for are in. A classic script, so that it works from a folder too.
(function () {
  "use strict";
  var parts = {}, waiting = {};

  window.forumgraph = function (name, value) {
    parts[name] = value;
    (waiting[name] || []).forEach(function (done) { done(value); });
    delete waiting[name];
  };

  function load(name) {
    return new Promise(function (done) {
      if (name in parts) { done(parts[name]); return; }
      if (waiting[name]) { waiting[name].push(done); return; }
      waiting[name] = [done];
      var script = document.createElement("script");
      script.src = "search/" + name + ".js";
      script.onerror = function () { window.forumgraph(name, {}); };
      document.head.appendChild(script);
    });
  }

  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
  }

  function shardsOf(word, names) {
    if (!/^[\x00-\x7f]+$/.test(word.slice(0, 2))) { return ["other"]; }
    if (word.length > 1) { return [word.slice(0, 2)]; }
    return names.filter(function (name) { return name[0] === word; }).concat("other");
  }

  // Returns the weight of each entry for one word; the beginning of a word counts half.
  function hits(word, about) {
    var names = shardsOf(word, about.names).filter(function (name) { return about.names.indexOf(name) >= 0; });
    return Promise.all(names.map(function (name) { return load("words-" + name); })).then(function (shards) {
      var found = new Map();
      shards.forEach(function (shard) {
        Object.keys(shard).forEach(function (each) {
          if (each.slice(0, word.length) !== word) { return; }
          var rows = shard[each], factor = (each === word ? 1 : 0.5) * Math.log(1 + 2 * about.total / rows.length);
          for (var i = 0; i < rows.length; i += 2) {
            found.set(rows[i], Math.max(found.get(rows[i]) || 0, rows[i + 1] * factor));
          }
        });
      });
      return found;
    });
  }

  function every(maps) {
    var rest = maps.slice(1), found = [];
    maps[0].forEach(function (weight, number) {
      if (rest.every(function (map) { return map.has(number); })) {
        found.push([rest.reduce(function (sum, map) { return sum + map.get(number); }, weight), number]);
      }
    });
    return found.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
  }

  function entry(number, chunk) {
    return load("entries-" + Math.floor(number / chunk)).then(function (rows) { return rows[number % chunk]; });
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function item(row) {
    var made = document.createElement("li"), words = element("p", "words", ""), link = element("a", "", row[0]);
    link.href = row[1];
    words.appendChild(link);
    made.appendChild(words);
    made.appendChild(element("p", "about", row[2] + (row[3] ? " · " + row[3] : "")));
    return made;
  }

  var form = document.getElementById("find"), box = document.getElementById("q"), told = document.getElementById("told"),
    list = document.getElementById("found"), turn = 0;

  function search() {
    var mine = ++turn, words = Array.from(new Set(fold(box.value)));
    if (!words.length) { list.replaceChildren(); told.textContent = "Type words: results come while you type."; return; }
    load("shards").then(function (about) {
      return Promise.all(words.map(function (word) { return hits(word, about); })).then(function (maps) {
        var found = every(maps);
        return Promise.all(found.slice(0, 60).map(function (each) { return entry(each[1], about.chunk); })).then(function (rows) {
          if (mine !== turn) { return; }
          told.textContent = found.length === 1 ? "1 result" : found.length + " results" + (found.length > 60 ? ", the best 60 shown" : "");
          list.replaceChildren.apply(list, rows.map(item));
        });
      });
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    history.replaceState(null, "", "?q=" + encodeURIComponent(box.value));
    search();
  });
  box.addEventListener("input", search);
  box.value = new URLSearchParams(location.search).get("q") || "";
  search();
}());
