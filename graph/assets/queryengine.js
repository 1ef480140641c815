// Oxigraph in a worker, over the dump of this publication. From a folder, engine and dump come as scripts; on the web they are fetched by the worker.
(function () {
  "use strict";
  var forumgraph = window.forumgraph = window.forumgraph || {}, worker = null, begun = null, waiting = new Map(), number = 0;

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
    var found = atob(text), made = new Uint8Array(found.length);
    for (var at = 0; at < found.length; at += 1) { made[at] = found.charCodeAt(at); }
    return made.buffer;
  }

  function address(path) {
    return new URL(path, document.baseURI).href;
  }

  // What the worker loads: addresses on the web, bytes from a folder.
  function sources() {
    if (location.protocol !== "file:") {
      return script("assets/engine.js").then(function () { return { wasm: address("assets/oxigraph.wasm.gz"), dump: address(self.forumgraphData) }; });
    }
    return Promise.all([script("assets/engine.js"), script("assets/wasm.js"), script("assets/dump.js")]).then(function () {
      return { wasm: bytes(self.forumgraphWasm), dump: bytes(self.forumgraphDump) };
    });
  }

  function settle(asked, message) {
    if (message.problem) { asked.failed(new Error(message.problem)); } else { asked.done(message); }
  }

  function heard(event) {
    var message = event.data, asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (asked) { settle(asked, message); }
    if (message.fatal) { end(message.problem); }
  }

  function send(message, moved) {
    return new Promise(function (done, failed) {
      number += 1;
      waiting.set(number, { done: done, failed: failed });
      worker.postMessage(Object.assign({ id: number }, message), moved || []);
    });
  }

  function end(problem) {
    var left = waiting;
    waiting = new Map();
    if (worker) { worker.terminate(); }
    worker = begun = null;
    left.forEach(function (asked) { asked.failed(new Error(problem)); });
  }

  // Loads once; gives how many statements there are.
  function start() {
    begun = begun || sources().then(function (found) {
      var source = URL.createObjectURL(new Blob(["(" + self.forumgraphEngine + "());"], { type: "text/javascript" }));
      worker = new Worker(source);
      worker.onmessage = heard;
      worker.onerror = function (event) { end(event.message || "The engine cannot be started"); };
      return send(found, typeof found.dump === "string" ? [] : [found.wasm, found.dump]);
    }).then(function (told) { return told.size; });
    begun.catch(function (error) { end(error.message); });
    return begun;
  }

  function ask(query) {
    return start().then(function () {
      return send({ query: query, result: "application/sparql-results+json", graph: "text/turtle", defaults: [], named: [] });
    });
  }

  // Gives up what is being asked: only ending the worker frees the processor.
  function stop() {
    end("Stopped.");
  }

  forumgraph.engine = { start: start, ask: ask, stop: stop };
}());
