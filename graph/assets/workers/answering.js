// Answers queries with oxigraph, whose glue stands before this in one function: in the worker of the query page, and in the service worker.
// `load` takes addresses or bytes of the engine and the dump, compressed or not; `answer` gives text in the form that is asked for.
self.forumgraphAnswering = (function () {
  "use strict";
  var store = null, refused = /^Not supported /;

  function fetched(source) {
    if (typeof source !== "string") { return Promise.resolve(new Uint8Array(source)); }
    return fetch(source, { cache: "no-cache" }).then(function (reply) {
      if (!reply.ok) { throw new Error(source.replace(/.*\//, "") + " cannot be loaded (" + reply.status + ")"); }
      return reply.arrayBuffer();
    }).then(function (buffer) { return new Uint8Array(buffer); });
  }

  function inflated(bytes) {
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()
      .then(function (buffer) { return new Uint8Array(buffer); });
  }

  // Where a member of gzip may begin (RFC 1952, 2.3.1): its magic bytes, deflate, and no reserved flag.
  function beginnings(bytes) {
    var found = [];
    for (var at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
      if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] & 0xe0) === 0) { found.push(at); }
    }
    return found;
  }

  // A file may be several members laid end to end, of which DecompressionStream reads one. What only looks like a beginning gives a part that
  // breaks off, and is tried again together with what follows. Hosts may also have unpacked a file already.
  function unpacked(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) { return Promise.resolve([bytes]); }
    var ends = beginnings(bytes).slice(1).concat(bytes.length), parts = [], start = 0;
    return ends.reduce(function (before, end) {
      return before.then(function () { return inflated(bytes.subarray(start, end)); }).then(
        function (part) { parts.push(part); start = end; },
        function (error) { if (end === bytes.length) { throw error; } }
      );
    }, Promise.resolve()).then(function () { return parts; });
  }

  function load(wasm, dump) {
    var engine = fetched(wasm).then(unpacked).then(function (parts) { return WebAssembly.compile(parts[0]); });
    return Promise.all([engine, fetched(dump).then(unpacked)]).then(function (found) {
      initSync({ module: found[0] });
      store = new Store();
      store.load(found[1], { format: "application/trig", lenient: true, no_transaction: true });
      return store.size;
    });
  }

  function graphs(names) {
    return names.map(function (name) { return namedNode(name); });
  }

  // Whether a query is of a result or of a graph is known when one of the two forms is refused; nothing is computed before.
  function answer(question) {
    var named = question.defaults.length + question.named.length > 0,
      data = named ? { default_graph: graphs(question.defaults), named_graphs: graphs(question.named) } : { use_default_graph_as_union: true };
    function told(form) { return store.query(question.query, Object.assign({ results_format: form }, data)); }
    try {
      return { form: question.result, text: told(question.result) };
    } catch (error) {
      if (!refused.test(error.message)) { throw error; }
      return { form: question.graph, text: told(question.graph) };
    }
  }

  return { load: load, answer: answer };
}());

// As the worker of a page: one message loads, every other one asks.
if (typeof DedicatedWorkerGlobalScope !== "undefined" && self instanceof DedicatedWorkerGlobalScope) {
  self.onmessage = function (event) {
    var message = event.data;
    if (message.wasm) {
      self.forumgraphAnswering.load(message.wasm, message.dump).then(
        function (size) { self.postMessage({ id: message.id, size: size }); },
        function (error) { self.postMessage({ id: message.id, problem: error.message, fatal: true }); }
      );
      return;
    }
    try {
      self.postMessage(Object.assign({ id: message.id }, self.forumgraphAnswering.answer(message)));
    } catch (error) {
      self.postMessage({ id: message.id, problem: error.message, fatal: error instanceof WebAssembly.RuntimeError });
    }
  };
}
