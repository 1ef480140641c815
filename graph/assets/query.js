// The query page: oxigraph in a worker, over the dump of this publication. All of it is in classic scripts, so that it works from a folder too.
(function () {
  "use strict";
  var form = document.getElementById("ask"), box = document.getElementById("query"), told = document.getElementById("told"),
    place = document.getElementById("result"), worker = null, started = 0;

  // Runs in the worker, after the glue of oxigraph: loads the dump once, then answers.
  function answerer() {
    var store = null;
    self.onmessage = function (event) {
      var message = event.data;
      if (message.wasm) {
        initSync({ module: message.wasm });
        store = new Store();
        new Response(new Blob([message.dump]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then(function (text) {
          store.load(text, { format: "application/n-quads", lenient: true });
          self.postMessage({ ready: store.size });
        });
        return;
      }
      try {
        var found = store.query(message.query, { use_default_graph_as_union: true });
        if (typeof found === "boolean") { self.postMessage({ columns: ["answer"], rows: [[String(found)]] }); return; }
        var columns = [], rows = [], graph = found.length > 0 && !(found[0] instanceof Map);
        if (graph) {
          rows = found.map(function (quad) { return [quad.subject.toString(), quad.predicate.toString(), quad.object.toString()]; });
          columns = ["subject", "predicate", "object"];
        } else {
          found.forEach(function (row) { row.forEach(function (_, name) { if (columns.indexOf(name) < 0) { columns.push(name); } }); });
          rows = found.map(function (row) { return columns.map(function (name) { return row.has(name) && row.get(name) ? row.get(name).value : ""; }); });
        }
        self.postMessage({ columns: columns, rows: rows });
      } catch (error) {
        self.postMessage({ problem: String(error.message || error) });
      }
    };
  }

  function script(source) {
    return new Promise(function (done, failed) {
      var made = document.createElement("script");
      made.src = source;
      made.onload = done;
      made.onerror = function () { failed(new Error(source + " cannot be loaded")); };
      document.head.appendChild(made);
    });
  }

  function bytes(text) {
    return Uint8Array.from(atob(text), function (char) { return char.charCodeAt(0); });
  }

  function start() {
    if (worker) { return Promise.resolve(worker); }
    told.textContent = "Loading the engine and the data…";
    return Promise.all([script("assets/engine.js"), script("assets/dump.js")]).then(function () {
      var source = window.forumgraphEngine.glue + "\n(" + answerer + ")();";
      worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      return new Promise(function (done) {
        worker.onmessage = function () { done(worker); };
        worker.postMessage({ wasm: bytes(window.forumgraphEngine.wasm), dump: bytes(window.forumgraphDump) });
        window.forumgraphEngine = window.forumgraphDump = null;
      });
    });
  }

  function cell(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function table(answer) {
    var made = document.createElement("table"), head = made.createTHead().insertRow(), body = made.createTBody();
    answer.columns.forEach(function (name) { var column = cell("th", name); column.scope = "col"; head.appendChild(column); });
    answer.rows.slice(0, 500).forEach(function (values) {
      var row = body.insertRow();
      values.forEach(function (value) { row.appendChild(cell("td", value)); });
    });
    return made;
  }

  function csv(answer) {
    return [answer.columns].concat(answer.rows).map(function (row) {
      return row.map(function (value) { return /[",\r\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value; }).join(",");
    }).join("\r\n") + "\r\n";
  }

  function json(answer) {
    return JSON.stringify(answer.rows.map(function (row) {
      return Object.fromEntries(row.map(function (value, index) { return [answer.columns[index], value]; }));
    }), null, 1);
  }

  function offer(label, type, text) {
    var link = cell("a", label);
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = "answer." + label.toLowerCase();
    return link;
  }

  function show(answer) {
    var seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (answer.problem) { told.textContent = answer.problem; place.replaceChildren(); return; }
    told.textContent = answer.rows.length + (answer.rows.length === 1 ? " row in " : " rows in ") + seconds + " s" + (answer.rows.length > 500 ? ", the first 500 shown" : "");
    var files = document.createElement("p"), around = document.createElement("div");
    files.append(offer("CSV", "text/csv", csv(answer)), " · ", offer("JSON", "application/json", json(answer)));
    around.className = "scroll";
    around.tabIndex = 0;
    around.setAttribute("role", "region");
    around.setAttribute("aria-label", "The answer");
    around.appendChild(table(answer));
    place.replaceChildren(files, around);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    started = performance.now();
    start().then(function (ready) {
      told.textContent = "Running…";
      ready.onmessage = function (message) { show(message.data); };
      ready.postMessage({ query: box.value });
    }).catch(function (error) { told.textContent = String(error.message || error); });
  });

  document.querySelectorAll("#examples button, details button").forEach(function (button) {
    button.addEventListener("click", function () {
      box.value = button.closest("details").querySelector("pre").textContent;
      box.scrollIntoView({ block: "center" });
      box.focus();
    });
  });

  function asked() {
    var chosen = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (chosen && chosen.tagName === "DETAILS") { chosen.open = true; box.value = chosen.querySelector("pre").textContent; box.scrollIntoView({ block: "center" }); }
  }
  window.addEventListener("hashchange", asked);
  asked();
  told.textContent = "";
}());
