// Makes a page compute what tools ask ./sparql of its folder: window.forumgraphEndpoint.register() turns the endpoint on, and gives a promise.
// Queries run one after another in a worker; one that goes on longer than half a minute costs itself, and the worker is started anew.
(function () {
  "use strict";
  var LONGEST = 30000, LOADING = 90000, FRESH = 10 * 60 * 1000, waiting = [], current = null, worker = null, size = null, since = 0, timer = 0,
    here = document.currentScript.src;

  function address(path) {
    return new URL(path, here).href;
  }

  function engine() {
    return new Promise(function (done, failed) {
      var made = document.createElement("script");
      if (self.forumgraphEngine) { done(); return; }
      made.src = address("assets/engine.js");
      made.onload = done;
      made.onerror = function () { failed(new Error("assets/engine.js cannot be loaded")); };
      document.head.appendChild(made);
    });
  }

  function end() {
    clearTimeout(timer);
    if (worker) { worker.terminate(); }
    worker = size = null;
  }

  function reply(message) {
    var job = current;
    clearTimeout(timer);
    current = null;
    if (job) { job.port.postMessage(message); }
    next();
  }

  function giveUp(status, problem) {
    end();
    reply({ status: status, problem: problem });
  }

  function after(milliseconds, status, problem) {
    clearTimeout(timer);
    timer = setTimeout(giveUp, milliseconds, status, problem);
  }

  function heard(event) {
    var message = event.data;
    if ("size" in message) {
      size = message.size;
      ask();
    } else if (message.problem && message.fatal) {
      giveUp(size === null ? 503 : 500, size === null ? "The dump of this publication could not be loaded: " + message.problem : "The engine broke off; the next query starts it anew.");
    } else {
      reply(message.problem ? { status: 400, problem: message.problem } : { form: message.form, text: message.text });
    }
  }

  function ask() {
    after(LONGEST, 503, "The query was stopped after " + LONGEST / 1000 + " seconds.");
    worker.postMessage(Object.assign({ id: 1 }, current.question));
  }

  function start() {
    var job = current;
    after(LOADING, 503, "The dump of this publication could not be loaded in time.");
    engine().then(function () {
      if (current !== job) { return; }
      var source = URL.createObjectURL(new Blob(["(" + self.forumgraphEngine + "());"], { type: "text/javascript" }));
      worker = new Worker(source);
      URL.revokeObjectURL(source);
      since = Date.now();
      worker.onmessage = heard;
      worker.onerror = function (event) { giveUp(500, event.message || "The engine cannot be started"); };
      worker.postMessage({ id: 0, wasm: address("assets/oxigraph.wasm.gz"), dump: address(self.forumgraphData) });
    }).catch(function (error) { if (current === job) { giveUp(503, error.message); } });
  }

  function next() {
    if (current || !waiting.length) { return; }
    current = waiting.shift();
    if (worker && Date.now() - since > FRESH) { end(); } // there may be a new edition
    if (worker) { ask(); } else { start(); }
  }

  function called(event) {
    var port = event.ports[0];
    if (!event.data || event.data.forumgraph !== "who computes" || !port) { return; }
    port.onmessage = function (message) {
      waiting.push({ port: port, question: message.data });
      next();
    };
    port.postMessage("here");
  }

  function register() {
    return navigator.serviceWorker.register(address("sparql-worker.js")).then(function () { return navigator.serviceWorker.ready; });
  }

  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.addEventListener("message", called);
    navigator.serviceWorker.startMessages();
  }
  window.forumgraphEndpoint = { register: register };
}());
