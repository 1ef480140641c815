// The query page: a question of the catalogue or one's own, its parameters, and the answer as a table, a chart and files.
(function () {
  "use strict";
  var forumgraph = window.forumgraph, form = document.getElementById("ask"), box = document.getElementById("query"), told = document.getElementById("told"),
    place = document.getElementById("result"), run = document.getElementById("run"), stop = document.getElementById("stop"),
    choice = document.getElementById("question"), asked = document.getElementById("parameters"),
    settings = JSON.parse(form.dataset.settings), chosen = null, view = "table", field,
    TERMS = "SELECT ?term (SAMPLE(?words) AS ?label) WHERE { ?term a ?kind ; <http://www.w3.org/2000/01/rdf-schema#label> ?words . " +
      "FILTER(STRSTARTS(STR(?kind), 'http://www.w3.org/2002/07/owl#') && STRSTARTS(STR(?term), '" + settings.prefixes.forum + "') && LANG(?words) = 'en') } GROUP BY ?term ORDER BY ?term";

  function element(name, words, values) {
    return Object.assign(document.createElement(name), { textContent: words }, values || {});
  }

  function say(words, wrong) {
    told.textContent = words;
    told.className = wrong ? "wrong" : "";
  }

  function seconds(from) {
    var found = (performance.now() - from) / 1000;
    return found < 1 ? Math.ceil(found * 1000) + " ms" : found.toFixed(1) + " s";
  }

  function count(number, noun) {
    return number.toLocaleString("en").replace(/,/g, "\u202f") + " " + noun + (number === 1 ? "" : "s");
  }

  // The engine comes with the first touch of the form, so that who only reads loads nothing.
  var warm = function () {
    warm = function () { return forumgraph.engine.start(); };
    say("Loading the engine and the data…");
    return forumgraph.engine.start().then(function (size) {
      say(count(size, "statement") + " loaded.");
      return forumgraph.engine.ask(TERMS);
    }).then(function (found) {
      field.offer(JSON.parse(found.text).results.bindings.map(function (row) {
        return { label: "forum:" + row.term.value.slice(settings.prefixes.forum.length), detail: row.label.value, type: "property" };
      }));
    });
  };

  function declare(text) {
    var missing = forumgraph.text.missing(text, settings.prefixes);
    if (missing) { field.insert(missing.at, missing.words); }
  }

  function changed(text, typed) {
    field.clear();
    if (typed) { queueMicrotask(function () { declare(field.text()); }); }
    if (chosen) { filled(); }
  }

  // Shows in the fields of parameters what stands in the query; a query without the question's first line is one's own.
  function filled() {
    var text = field.text(), left = 0;
    if (text.split("\n", 1)[0] !== chosen.querySelector("pre").textContent.split("\n", 1)[0]) {
      chosen = null;
      choice.value = "";
    }
    asked.querySelectorAll("input").forEach(function (input) {
      var found = chosen && forumgraph.text.parameter(text, input.name);
      input.parentNode.hidden = !found;
      left += found ? 1 : 0;
      if (found && found.value !== input.value) { input.value = found.value; }
    });
    asked.hidden = !left;
  }

  function parameters(details) {
    asked.replaceChildren.apply(asked, Array.from(details.querySelectorAll("[data-parameter]"), function (each) {
      var name = each.dataset.parameter, label = element("label", each.dataset.help + " "), input = element("input", "", { name: name, type: "text" });
      input.addEventListener("input", function () {
        var found = forumgraph.text.parameter(field.text(), name);
        if (found) { field.change(found.from, found.to, forumgraph.text.literal(input.value)); }
      });
      label.append(input);
      return label;
    }));
  }

  function choose(name) {
    var details = document.getElementById(name);
    chosen = details;
    choice.value = name;
    parameters(details);
    field.write(details.querySelector("pre").textContent);
  }

  function offer(label, type, ending, text) {
    var link = element("a", label, { href: "#", download: "answer." + ending });
    link.addEventListener("click", function () {
      link.href = URL.createObjectURL(new Blob([text()], { type: type }));
    });
    return link;
  }

  function parsed(answer) {
    var found = JSON.parse(answer.text);
    if ("boolean" in found) { return { columns: ["answer"], rows: [{ answer: { type: "literal", value: found["boolean"] ? "yes" : "no" } }], text: answer.text }; }
    return { columns: found.head.vars, rows: found.results.bindings, text: answer.text };
  }

  function drawn(result, columns) {
    var around = element("div", "", { className: "chart" }), controls = element("p", "", { className: "controls" }), canvas = element("div", ""), kept = { label: hinted(columns.labels, 0), number: hinted(columns.numbers, 0), split: "" };
    function draw() {
      var made = forumgraph.chart.make(result, kept, Math.max(Math.min(place.clientWidth, 960), 280));
      controls.querySelectorAll("[data-of=split]").forEach(function (each) { each.hidden = !made || !made.years; });
      canvas.replaceChildren.apply(canvas, made ? [made.svg, element("p", made.note, { className: "note" })] : [element("p", "There is nothing to draw.")]);
    }
    kept.split = hinted(columns.labels.filter(function (name) { return name !== kept.label; }), 2);
    [["Names", "label", columns.labels], ["Numbers", "number", columns.numbers], ["A line for each", "split", [""].concat(columns.labels)]].forEach(function (each) {
      if (each[2].length < (each[1] === "split" ? 3 : 2)) { return; }
      var label = element("label", each[0] + " "), select = element("select", "");
      each[2].forEach(function (name) { select.add(new Option(name.replace(/_/g, " ") || "none", name, false, name === kept[each[1]])); });
      select.addEventListener("change", function () { kept[each[1]] = select.value; draw(); });
      label.dataset.of = each[1];
      label.append(select);
      controls.append(label, " ");
    });
    controls.append(offer("SVG", "image/svg+xml", "svg", function () { return forumgraph.chart.file(canvas.querySelector("svg")); }));
    around.append(controls, canvas);
    draw();
    return around;
  }

  // The column that the header of a question asks to draw, from a place in its list on, where it names one of these; else the first, or none of those
  // that need not be.
  function hinted(names, from) {
    var found = /^#\+ chart: (.+)$/m.exec(field.text()), wanted = found ? found[1].trim().split(/\s+/).slice(from) : [];
    return wanted.find(function (name) { return names.indexOf(name) >= 0; }) || (from ? "" : names[0]);
  }

  function views(result, columns) {
    var bar = element("p", "", { className: "controls" }), body = element("div", "");
    function show(name) {
      view = name;
      body.replaceChildren(name === "chart" ? drawn(result, columns) : forumgraph.table.make(result, settings));
      bar.querySelectorAll("button").forEach(function (each) { each.setAttribute("aria-pressed", String(each.dataset.view === name)); });
    }
    place.replaceChildren(bar, body);
    if (columns.labels.length && columns.numbers.length) {
      [["table", "Table"], ["chart", "Chart"]].forEach(function (each) {
        var button = element("button", each[1], { type: "button" });
        button.dataset.view = each[0];
        button.addEventListener("click", function () { show(each[0]); });
        bar.append(button, " ");
      });
    } else {
      view = "table";
    }
    bar.append(offer("CSV", "text/csv", "csv", function () { return forumgraph.table.csv(result); }), " ",
      offer("JSON", "application/sparql-results+json", "json", function () { return result.text; }));
    show(view);
  }

  function graph(answer) {
    var shown = element("pre", answer.text.slice(0, 200000), { tabIndex: 0 });
    place.replaceChildren(element("p", "", { className: "controls" }), shown);
    place.firstChild.append(offer("Turtle", "text/turtle", "ttl", function () { return answer.text; }));
  }

  function show(answer, began) {
    var taken = seconds(began), result;
    if (answer.form === "text/turtle") {
      say("A graph, in " + taken);
      graph(answer);
      return;
    }
    result = parsed(answer);
    say(count(result.rows.length, "row") + " in " + taken);
    if (result.rows.length) { views(result, forumgraph.chart.columns(result)); } else { place.replaceChildren(element("p", "Nothing matches.", { className: "absent" })); }
  }

  function failed(error) {
    var found = forumgraph.text.problem(error.message, field.text()), seen = found.line && !found.words && field.wrong();
    place.replaceChildren();
    if (!found.line) { say(found.words, true); return; }
    if (!found.words) { found.words = "This cannot stand here."; }
    if (seen) { Object.assign(found, seen); }
    say("Line " + found.line + ", column " + found.column + ": " + found.words, true);
    field.mark(found.line, found.column, found.words);
  }

  function busy(now) {
    run.setAttribute("aria-disabled", String(now));
    stop.hidden = !now;
  }

  function ask() {
    if (!stop.hidden) { return; }
    declare(field.text());
    field.clear();
    busy(true);
    place.setAttribute("aria-busy", "true");
    var began = 0, text = field.text();
    history.replaceState(null, "", "#query=" + encodeURIComponent(text));
    warm().then(function () {
      say("Running…");
      began = performance.now();
      return forumgraph.engine.ask(text);
    }).then(function (answer) { show(answer, began); }).catch(failed).then(function () {
      busy(false);
      place.removeAttribute("aria-busy");
    });
  }

  // An address may have been cut off in the middle of a character.
  function wanted() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      return "";
    }
  }

  function followed() {
    var name = wanted(), details = name && document.getElementById(name);
    if (name.indexOf("query=") === 0) { field.write(name.slice(6)); return true; }
    if (!details || details.tagName !== "DETAILS") { return false; }
    choose(name);
    form.scrollIntoView({ block: "start" });
    return true;
  }

  form.hidden = false;
  field = forumgraph.field(box, document.getElementById("editor"), settings.prefixes, { changed: changed, run: ask });
  document.querySelectorAll("details[data-question]").forEach(function (each) {
    choice.add(new Option(each.querySelector("summary").textContent, each.id));
    each.querySelector("button").hidden = false;
    each.querySelector("button").addEventListener("click", function () {
      choose(each.id);
      form.scrollIntoView({ block: "start" });
      field.focus();
    });
  });
  choice.addEventListener("change", function () { if (choice.value) { choose(choice.value); } });
  form.addEventListener("submit", function (event) { event.preventDefault(); ask(); });
  form.addEventListener("focusin", function () { warm().catch(failed); }, { once: true });
  stop.addEventListener("click", forumgraph.engine.stop);
  window.addEventListener("hashchange", followed);
  if (!followed()) { choose(settings.first); }
}());
