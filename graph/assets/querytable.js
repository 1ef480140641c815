// Answers as tables whose IRIs lead to the pages of this site, and as files.
(function () {
  "use strict";
  var forumgraph = window.forumgraph = window.forumgraph || {}, STEP = 500, SAFE = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/,
    TERM = /^[A-Za-z][A-Za-z0-9-]*$/, XSD = "http://www.w3.org/2001/XMLSchema#",
    NUMBERS = ["integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger"].map(function (name) { return XSD + name; });

  function local(iri, namespace) {
    return iri.indexOf(namespace) === 0 && iri !== namespace ? iri.slice(namespace.length) : null;
  }

  // The page of something the publication has minted: its own, or that of the document it is told in.
  function minted(path, places) {
    var parts = path.split("/"), kind = parts[0], inside = places.inside.indexOf(kind) >= 0 || (kind === "forum" && parts.length > 2);
    if (!SAFE.test(path)) { return ""; }
    if (inside) { return parts.length === 3 ? "document/" + parts[1] + ".html" : ""; }
    return places.paged.indexOf(kind) >= 0 ? path + ".html" : "";
  }

  function scheme(path) {
    var parts = path.split("/");
    if (parts.length > 2 || !SAFE.test(path)) { return ""; }
    return "scheme/" + parts[0] + ".html" + (parts.length > 1 ? "#" + parts[1] : "");
  }

  // What has a page because of its namespace; of a folder that has not all, the rest is told in a list or not at all.
  function known(whole, places) {
    var name = local(whole, places.base), page = name === null ? "" : minted(name, places);
    places.folders.forEach(function (each) {
      name = local(whole, each[0]);
      if (page || name === null || !SAFE.test(name) || name.indexOf("/") >= 0) { return; }
      if (!each[2] || each[2].indexOf(name) >= 0) { page = each[1] + name + ".html"; } else if (each[3]) { page = each[3] + name; }
    });
    return page;
  }

  // The page of this site that tells of an IRI; empty where none does.
  function page(iri, places) {
    var cut = iri.indexOf("#"), whole = cut < 0 ? iri : iri.slice(0, cut), fragment = cut < 0 ? "" : iri.slice(cut + 1), found = known(whole, places);
    if (found) { return found + (/^char=\d+,\d+$/.test(fragment) && local(whole, places.base) ? "#" + fragment : ""); }
    places.terms.forEach(function (each) {
      var name = local(iri, each[0]);
      if (name !== null && TERM.test(name)) { found = each[1] + "#" + name; }
    });
    if (iri === places.ontology) { found = "ontology.html"; }
    var name = local(iri, places.scheme);
    return found || (name === null ? "" : scheme(name));
  }

  function shortened(iri, settings) {
    var own = local(iri, settings.places.base), best = "";
    if (own) { return own; }
    Object.keys(settings.prefixes).forEach(function (name) {
      var rest = local(iri, settings.prefixes[name]);
      if (rest !== null && /^[\w.-]+$/.test(rest)) { best = name + ":" + rest; }
    });
    return best || iri;
  }

  function linked(iri, settings) {
    var target = page(iri, settings.places), made;
    if (!target && !/^https?:\/\//.test(iri)) { return document.createTextNode(iri); }
    made = document.createElement("a");
    made.href = target || iri;
    made.title = iri;
    made.textContent = shortened(iri, settings);
    return made;
  }

  function number(term) {
    return Boolean(term) && NUMBERS.indexOf(term.datatype) >= 0;
  }

  function filled(cell, term, settings) {
    if (!term) { return; }
    if (term["xml:lang"]) { cell.lang = term["xml:lang"]; }
    if (number(term)) { cell.className = "figure"; }
    if (term.datatype === XSD + "date") { cell.className = "day"; }
    if (term.type === "uri") { cell.appendChild(linked(term.value, settings)); } else { cell.textContent = (term.type === "bnode" ? "_:" : "") + term.value; }
  }

  function rows(body, result, settings, from) {
    result.rows.slice(from, from + STEP).forEach(function (values) {
      var row = body.insertRow();
      result.columns.forEach(function (name) { filled(row.insertCell(), values[name], settings); });
    });
  }

  // A table of the first rows, with a button for those that follow.
  function table(result, settings) {
    var around = document.createElement("div"), made = document.createElement("table"), head = made.createTHead().insertRow(), body = made.createTBody();
    result.columns.forEach(function (name) {
      var column = document.createElement("th");
      column.scope = "col";
      column.textContent = name.replace(/_/g, " ");
      if (result.rows.length && result.rows.every(function (row) { return number(row[name]); })) { column.className = "figure"; }
      head.appendChild(column);
    });
    around.className = "scroll";
    around.tabIndex = 0;
    around.setAttribute("role", "region");
    around.setAttribute("aria-label", "The answer as a table");
    around.appendChild(made);
    rows(body, result, settings, 0);
    if (result.rows.length > STEP) { around.appendChild(more(body, result, settings)); }
    return around;
  }

  function more(body, result, settings) {
    var button = document.createElement("button");
    button.type = "button";
    function say() { button.textContent = "Show more: " + body.rows.length + " of " + result.rows.length + " are shown"; }
    button.addEventListener("click", function () {
      rows(body, result, settings, body.rows.length);
      say();
      if (body.rows.length === result.rows.length) { button.remove(); }
    });
    say();
    return button;
  }

  function quoted(value) {
    return /[",\r\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value;
  }

  // SPARQL 1.1 Query Results CSV.
  function csv(result) {
    var lines = result.rows.map(function (row) {
      return result.columns.map(function (name) { return row[name] ? quoted((row[name].type === "bnode" ? "_:" : "") + row[name].value) : ""; });
    });
    return [result.columns].concat(lines).map(function (line) { return line.join(",") + "\r\n"; }).join("");
  }

  forumgraph.table = { make: table, csv: csv, page: page, number: number };
}());
