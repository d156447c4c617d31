// Repeats a published draw and names whatever does not hold. Needs no network and no library.
//   In a saved page: the buttons of the section "verify" call it.
//   With Node: node verify_draw.js FILE        FILE is a draw.json, or the proof of one entry.
// Exit code 0: everything holds. 1: something does not, one line each. 2: the file cannot be read.
//   leaf    SHA-256(0x00, "number|receipt number|time of receipt|salt"); entry n of the list is leaf n.
//           Where several entries of one company share a lot, each has such a share, and the leaf is
//           SHA-256(0x00, "number|lot|share|share…")
//   root    a node is SHA-256(0x01, left, right); an odd last node moves up; no leaves give SHA-256 of nothing
//   seed    SHA-256 of the proof: the signature of drand, or the text of what was thrown
//   thrown  what fell was committed before the public value existed that is hashed with it; compare that with a newspaper
//   key     HMAC-SHA256(seed, round id, leaf); ranks follow the keys in ascending order, equal keys the numbers
//   places  planned and carried in; whoever has at most that rank wins
//   numbers whole, in digits alone: no fraction, no exponent; at most 2147483647, the beacon's number 9007199254740991
//   times   UTC with a Z, as 2025-05-19T00:00:00Z or with 1 to 9 digits of a fraction behind a point; years 1000 to 9999
// Not checked: the signature of drand itself.
(function () {
  "use strict";

  var DRAW_FORMAT = "tedori-draw-1", PROOF_FORMAT = "tedori-proof-1", SHARED_FORMAT = "tedori-proof-2";
  var TREE = "merkle-sha256-v1", ALGORITHM = "hmac-sha256-v1";
  var QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
  var QUICKNET_GENESIS = 1692803367, QUICKNET_PERIOD = 3, MOST_FAULTS = 100;

  // SHA-256 (FIPS 180-4). Its constants are the fractions of roots of primes, computed here instead of typed.
  var K = new Int32Array(64), START = new Int32Array(8), W = new Int32Array(64);
  (function () {
    function fraction(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }
    for (var n = 2, found = 0; found < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
      if (!prime) continue;
      if (found < 8) START[found] = fraction(Math.sqrt(n));
      K[found++] = fraction(Math.cbrt(n));
    }
  })();

  function compress(state, bytes, at) {
    for (var i = 0; i < 16; i++, at += 4) {
      W[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (i = 16; i < 64; i++) {
      var x = W[i - 15], y = W[i - 2];
      W[i] = (W[i - 16] + W[i - 7]
        + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
        + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10)) | 0;
    }
    var a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (i = 0; i < 64; i++) {
      var t = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      var u = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t) | 0; d = c; c = b; b = a; a = (t + u) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d;
    state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }

  // Goes on from a state in which whole blocks were hashed before.
  function finish(from, before, bytes) {
    var state = from.slice(), padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6), bits = (before + bytes.length) * 8;
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    for (var i = 1; i <= 7; i++, bits = Math.floor(bits / 256)) padded[padded.length - i] = bits % 256;
    for (var at = 0; at < padded.length; at += 64) compress(state, padded, at);
    var hash = new Uint8Array(32);
    for (i = 0; i < 32; i++) hash[i] = state[i >> 2] >>> (24 - 8 * (i & 3));
    return hash;
  }

  function sha256(bytes) { return finish(START, 0, bytes); }

  function joined() {
    var length = 0, i, at = 0;
    for (i = 0; i < arguments.length; i++) length += arguments[i].length;
    var all = new Uint8Array(length);
    for (i = 0; i < arguments.length; i++) { all.set(arguments[i], at); at += arguments[i].length; }
    return all;
  }

  function text(value) { return new TextEncoder().encode(value); }

  // HMAC-SHA256 with one key for many messages: the padded key is hashed once.
  function hmac(key) {
    var inner = START.slice(), outer = START.slice(), pad = new Uint8Array(64), i;
    for (i = 0; i < 64; i++) pad[i] = (key[i] || 0) ^ 0x36;
    compress(inner, pad, 0);
    for (i = 0; i < 64; i++) pad[i] = (key[i] || 0) ^ 0x5c;
    compress(outer, pad, 0);
    return function (message) { return finish(outer, 64, finish(inner, 64, message)); };
  }

  function hex(bytes) {
    var out = "";
    for (var i = 0; i < bytes.length; i++) out += (bytes[i] < 16 ? "0" : "") + bytes[i].toString(16);
    return out;
  }

  function unhex(digits) {
    var bytes = new Uint8Array(digits.length / 2);
    for (var i = 0; i < bytes.length; i++) bytes[i] = parseInt(digits.substr(2 * i, 2), 16);
    return bytes;
  }

  function node(left, right) { return sha256(joined([1], left, right)); }

  function merkleRoot(leaves) {
    if (leaves.length === 0) return sha256(new Uint8Array(0));
    for (var level = leaves; level.length > 1;) {
      var above = [];
      for (var i = 0; i < level.length; i += 2) above.push(i + 1 < level.length ? node(level[i], level[i + 1]) : level[i]);
      level = above;
    }
    return level[0];
  }

  function rootOfPath(leaf, index, count, path) {
    if (!(index >= 0 && index < count)) return null;
    var used = 0;
    for (; count > 1; index = Math.floor(index / 2), count = Math.ceil(count / 2)) {
      var sibling = index % 2 === 0 ? index + 1 : index - 1;
      if (sibling >= count) continue;
      if (used === path.length) return null;
      leaf = index % 2 === 0 ? node(leaf, path[used]) : node(path[used], leaf);
      used++;
    }
    return used === path.length ? leaf : null;
  }

  function Unreadable(message) { this.message = message; }

  function isInt(value) { return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647; }

  // A number that is not written in digits alone, or is too long to be exact, is left as text, which is no number.
  function parse(content) {
    var marked = content.replace(/^\uFEFF/, "").replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, function (token) {
      if (token[0] === '"' || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(token)) return token;
      return /^-?\d+$/.test(token) && Number.isSafeInteger(Number(token)) ? token : '"' + token + '"';
    });
    return JSON.parse(marked);
  }

  function field(object, name, kind, optional) {
    var value = object && typeof object === "object" ? object[name] : undefined;
    if (optional && (value === undefined || value === null)) return null;
    var good = kind === "int" ? isInt(value)
      : kind === "long" ? Number.isSafeInteger(value)
      : kind === "array" ? Array.isArray(value)
      : kind === "object" ? value !== null && typeof value === "object" && !Array.isArray(value)
      : typeof value === kind;
    if (!good) throw new Unreadable("the field '" + name + "' is missing or of the wrong type");
    return value;
  }

  function asHash(value) {
    if (typeof value !== "string" || !/^[0-9a-f]{64}$/.test(value))
      throw new Unreadable("'" + value + "' is not 64 lower-case hexadecimal digits");
    return value;
  }

  function hash(object, name) { return asHash(field(object, name, "string")); }

  // A time as seconds and nanoseconds.
  function instant(object, name, optional) {
    var value = field(object, name, "string", optional);
    if (value === null) return null;
    var match = /^([1-9]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?Z$/.exec(value);
    var seconds = match ? Date.parse(match[1] + "Z") / 1000 : NaN;
    // A day that no month has would be read as one of the next.
    if (isNaN(seconds) || new Date(seconds * 1000).toISOString().substr(0, 19) !== match[1]) throw new Unreadable("'" + value + "' is not a UTC time such as 2025-05-19T00:00:00Z");
    return [seconds, Number(((match[2] || "") + "000000000").substr(0, 9))];
  }

  function before(a, b) { return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]); }

  function drawFaults(file) {
    var faults = [], round = field(file, "round", "string"), sealing = field(file, "sealing", "object");
    var digits = field(file, "leaves", "array").map(asHash), leaves = digits.map(unhex), draws = field(file, "draws", "array");
    var places = field(sealing, "planned", "int") + field(sealing, "carriedIn", "int");
    var rootHolds = hex(merkleRoot(leaves)) === hash(sealing, "root");

    function fault(code, where, why) { faults.push({ code: code, where: where, text: why }); }

    function checkSealing() {
      var count = field(sealing, "count", "int"), excluded = field(sealing, "excluded", "object"), out = 0;
      if (field(sealing, "tree", "string") !== TREE) fault("algorithm", "sealing", "the tree is unknown here");
      if (count !== leaves.length)
        fault("count", "leaves", count + " entries were sealed, but " + leaves.length + " leaves are here");
      Object.keys(excluded).forEach(function (reason) { out += field(excluded, reason, "int"); });
      if (field(sealing, "received", "int") - out !== count)
        fault("count", "excluded", "entries received, less those excluded, are not the entries sealed");
    }

    function isQuicknet(beacon, due) {
      return beacon.source === QUICKNET && beacon.number >= 1
        && due[1] === 0 && due[0] === QUICKNET_GENESIS + QUICKNET_PERIOD * (beacon.number - 1);
    }

    function sameSource(a, b) { return a.kind === b.kind && a.source === b.source && a.number === b.number; }

    function checkBeacon(draw, index, where) {
      var beacon = field(draw, "beacon", "object"), due = instant(beacon, "due"), earlier = draws.slice(0, index);
      field(beacon, "kind", "string"); field(beacon, "source", "string"); field(beacon, "number", "long");
      if (!before(instant(draw, "announcedAt"), due))
        fault("beacon", where, "the value that decides was announced only when it existed");
      if (beacon.kind === "drand" && !isQuicknet(beacon, due))
        fault("beacon", where, "the announced value is not of drand quicknet, or its round is not due then");
      if (earlier.some(function (e) { return sameSource(e.beacon, beacon); }))
        fault("beacon", where, "the announced value belongs to an earlier draw");
      var value = field(draw, "value", "object", true), drawn = instant(draw, "drawnAt", true);
      if (value === null || drawn === null) return;
      var fallback = instant(beacon, "fallbackFrom", true), kind = field(value, "kind", "string");
      var allowed = kind === beacon.kind || (kind === "witnessed" && fallback !== null && !before(drawn, fallback));
      if (before(drawn, due) || !allowed)
        fault("beacon", where, "the draw was not decided by the value that was announced");
      if (kind === "witnessed" && !isBound(draw, beacon, value, drawn, beacon.kind === kind ? due : fallback))
        fault("beacon", where, "the throw is not bound to a public value that came after it");
      if (earlier.some(function (e) { return e.value && e.value.randomness === value.randomness; }))
        fault("beacon", where, "the same value decided an earlier draw");
    }

    // A throw that was announced before throws were bound counts as it is.
    function isBound(draw, beacon, value, drawn, start) {
      var thrown = field(draw, "thrown", "object", true);
      if (thrown === null) return field(beacon, "bound", "boolean", true) !== true;
      var words = field(thrown, "text", "string"), source = field(thrown, "source", "string");
      var open = field(thrown, "value", "string", true);
      var committed = instant(thrown, "committedAt"), due = instant(thrown, "due");
      var head = "tedori witnessed 2|" + round + "|" + field(draw, "number", "int") + "|";
      return words.slice(0, head.length) === head && open !== null && start !== null && !before(committed, start)
        && before(committed, due) && !before(drawn, due)
        && hex(text(words + "|" + source + "|" + open)) === field(value, "proof", "string");
    }

    function checkDraw(draw, index) {
      var where = "draw " + (index + 1), reason = (field(draw, "reason", "string", true) || "").trim();
      if (field(draw, "algorithm", "string") !== ALGORITHM) fault("algorithm", where, "the algorithm is unknown here");
      if (field(draw, "number", "int") !== index + 1 || (index === 0) !== (reason === ""))
        fault("draw", where, "draws are numbered from 1, and every one after the first has a reason");
      if (field(draw, "places", "int") !== places)
        fault("places", where, "planned and carried in are " + places + " places, not " + draw.places);
      checkBeacon(draw, index, where);
      var parts = [field(draw, "value", "object", true), field(draw, "ranking", "array", true), field(draw, "drawnAt", "string", true)];
      var missing = parts.filter(function (part) { return part === null; }).length;
      if (missing === 0) checkRanking(where, parts[0], parts[1]);
      else if (missing < 3 || index + 1 < draws.length)
        fault("draw", where, "only the last draw may still wait for its value, and then it has no ranking");
    }

    function checkRanking(where, value, rows) {
      var seed = hash(value, "randomness"), proof = field(value, "proof", "string");
      var seedHolds = /^(?:[0-9a-f]{2})*$/.test(proof) && (value.kind !== "drand" || proof.length === 96)
        && hex(sha256(unhex(proof))) === seed;
      if (!seedHolds) fault("seed", where, "the seed is not the SHA-256 of its proof");
      var lines = rows.map(toLine);
      if (!isComplete(where, lines)) return;
      var key = hmac(unhex(seed)), prefix = text(round);
      var keys = leaves.map(function (leaf) { return hex(key(joined(prefix, leaf))); });
      var wrong = lines.filter(function (line) { return keys[line.number - 1] !== line.key; });
      explain(where, wrong, keys, seedHolds);
      checkOrder(where, lines, wrong);
      lines.forEach(function (line, i) {
        if (line.won !== i < places)
          fault("place", where + " rank " + (i + 1),
            "with " + places + " places this rank " + (i < places ? "wins" : "does not win"));
      });
    }

    function toLine(row) {
      var good = Array.isArray(row) && row.length === 4 && isInt(row[0]) && isInt(row[1]);
      if (!good || (row[3] !== 0 && row[3] !== 1))
        throw new Unreadable("a line of a ranking is not an array of rank, number, key and 1 or 0");
      return { rank: row[0], number: row[1], key: asHash(row[2]), won: row[3] === 1 };
    }

    function isComplete(where, lines) {
      var seen = new Set();
      lines.forEach(function (line, i) {
        if (line.rank !== i + 1) fault("rank", where + " rank " + (i + 1), "here stands rank " + line.rank);
        if (line.number < 1 || line.number > leaves.length || seen.has(line.number))
          fault("rank", where + " rank " + (i + 1), "entry " + line.number + " stands twice or is not in the list");
        else seen.add(line.number);
      });
      if (lines.length !== leaves.length)
        fault("rank", where, lines.length + " entries are ranked, " + leaves.length + " are in the list");
      return lines.length === leaves.length && seen.size === leaves.length;
    }

    function explain(where, wrong, keys, seedHolds) {
      var holders = new Map();
      wrong.forEach(function (line) { holders.set(keys[line.number - 1], line.number); });
      var exchanged = wrong.some(function (line) { return holders.has(line.key); });
      if (wrong.length === leaves.length && wrong.length > 1 && !exchanged) {
        if (seedHolds) fault("seed", where, "no key follows from seed and round id: one of the two is not that of this draw");
        return;
      }
      wrong.forEach(function (line) {
        var other = holders.get(line.key) || 0;
        if (other && rootHolds)
          fault("rank", where + " rank " + line.rank, "entry " + line.number + " stands here with the key of entry " + other);
        else if (other > line.number)
          fault("order", "entries " + line.number + " and " + other, "they stand in each other's place in the list");
        else if (!other && rootHolds)
          fault("key", where + " rank " + line.rank, "the key is not that of entry " + line.number);
        else if (!other)
          fault("leaf", "entry " + line.number, "its leaf is not the one that was sealed and drawn");
      });
    }

    function checkOrder(where, lines, wrong) {
      var skipped = new Set(wrong.map(function (line) { return line.number; })), last = null;
      lines.forEach(function (line) {
        if (skipped.has(line.number)) return;
        if (last && (line.key < last.key || (line.key === last.key && line.number < last.number)))
          fault("rank", where + " rank " + line.rank, "the key is smaller than that of the rank before");
        last = line;
      });
    }

    checkSealing();
    draws.forEach(checkDraw);
    if (!rootHolds && !faults.some(function (f) { return f.code === "leaf" || f.code === "order"; }))
      fault("root", "sealing", "the leaves do not give the published root: the root was changed, or a leaf");
    return faults;
  }

  function proofFaults(proof) {
    var faults = [], number = field(proof, "number", "int"), count = field(proof, "count", "int");
    var leaf = unhex(hash(proof, "leaf"));
    instant(proof, "receivedAt");
    var parts = [number, field(proof, "caseId", "string"), proof.receivedAt, hash(proof, "salt")];
    var share = hex(sha256(joined([0], text(parts.join("|")))));
    if (proof.format === SHARED_FORMAT) {
      var shares = field(proof, "shares", "array").map(asHash);
      if (shares.indexOf(share) < 0)
        faults.push({ code: "leaf", where: "entry", text: "no share is made of number, receipt number, time of receipt and salt" });
      if (hex(sha256(joined([0], text([number, "lot"].concat(shares).join("|"))))) !== proof.leaf)
        faults.push({ code: "leaf", where: "lot", text: "the leaf is not made of the number and the shares" });
    } else if (share !== proof.leaf)
      faults.push({ code: "leaf", where: "entry", text: "the leaf is not made of number, receipt number, time of receipt and salt" });
    var root = rootOfPath(leaf, number - 1, count, field(proof, "path", "array").map(asHash).map(unhex));
    if (root === null || hex(root) !== hash(proof, "root"))
      faults.push({ code: "root", where: "path", text: "leaf and path do not give the root" });
    var result = field(proof, "result", "object", true);
    if (result === null) return faults;
    var key = hmac(unhex(hash(result, "randomness")))(joined(text(field(proof, "round", "string")), leaf));
    if (hex(key) !== hash(result, "key"))
      faults.push({ code: "key", where: "rank", text: "the key does not follow from the seed and the leaf" });
    var rank = field(result, "rank", "int");
    if (rank < 1 || rank > count) faults.push({ code: "rank", where: "rank", text: "the rank is not one of the list" });
    if (field(result, "won", "boolean") !== (rank <= field(result, "places", "int")))
      faults.push({ code: "place", where: "rank", text: "the rank and the places do not give this result" });
    return faults;
  }

  function verify(file) {
    var format = field(file, "format", "string");
    if (format === PROOF_FORMAT || format === SHARED_FORMAT) return { faults: proofFaults(file), proof: true, file: file };
    if (format === DRAW_FORMAT) return { faults: drawFaults(file), proof: false, file: file };
    return { faults: [{ code: "format", where: "file", text: "the format is '" + format + "', which is unknown here" }], file: file };
  }

  function summary(checked) {
    var file = checked.file;
    if (checked.proof)
      return file.round + " entry " + file.number + ": the entry is in the list with this root; "
        + "compare root and rank with the published draw.json";
    var done = file.draws.filter(function (draw) { return draw.ranking; }).length;
    return file.round + ": " + file.leaves.length + " entries, " + done + " of " + file.draws.length
      + " draws done, root " + file.sealing.root;
  }

  function run(path) {
    var checked;
    try {
      checked = verify(parse(require("fs").readFileSync(path, "utf8")));
    } catch (problem) {
      console.error("verify_draw: " + path + " cannot be checked: " + problem.message + ".");
      return 2;
    }
    checked.faults.slice(0, MOST_FAULTS).forEach(function (f) {
      console.log("fault: " + f.code + ": " + f.where + ": " + f.text + ".");
    });
    console.log(checked.faults.length ? checked.faults.length + " faults." : "holds: " + summary(checked));
    return checked.faults.length ? 1 : 0;
  }

  // In the page, in Japanese.
  var WORDS = {
    format: "ファイルの形式が違います。", algorithm: "方式の名前が、この検証プログラムの知らないものです。",
    count: "件数が合いません。", draw: "抽選の番号、やり直しの理由又は記載の順序が正しくありません。",
    beacon: "予告した公開乱数による抽選になっていません。", seed: "公開乱数の値が、その証明又は順位と合いません。",
    places: "予定社数と追加した社数の合計が合いません。", rank: "順位が正しくありません。", key: "順位の計算値が正しくありません。",
    place: "当選・落選の別が正しくありません。", leaf: "エントリーの符号が、封印されたものと違います。",
    order: "名簿での順序が入れ替わっています。", root: "符号から計算したルート値が、公表された値と一致しません。"
  };

  function japanese(where) {
    return where.replace(/draw (\d+)/, "抽選($1回目) ").replace(/rank (\d+)/, "順位$1 ")
      .replace(/entries (\d+) and (\d+)/, "エントリー$1と$2").replace(/entry (\d+)/, "エントリー$1")
      .replace("sealing", "名簿").replace("leaves", "符号の数").replace("excluded", "抽選対象外").replace("path", "経路")
      .replace(/^entry$/, "エントリー").replace(/^rank$/, "順位").replace("file", "ファイル").trim();
  }

  function show(result, content) {
    var lines;
    try {
      var checked = verify(parse(content));
      lines = checked.faults.slice(0, MOST_FAULTS).map(function (f) { return japanese(f.where) + ": " + WORDS[f.code]; });
      if (lines.length) lines.unshift("検証の結果、" + checked.faults.length + "件の誤りが見つかりました。");
      else lines = [checked.proof ? proofWords(checked.file) : drawWords(checked.file)];
    } catch (problem) {
      lines = ["このファイルは検証できません。この回の公表データ(draw.json)又はマイページの検証用データを選んでください。"];
    }
    result.textContent = "";
    lines.forEach(function (line) {
      var paragraph = document.createElement("p");
      paragraph.textContent = line;
      result.appendChild(paragraph);
    });
  }

  function drawWords(file) {
    var done = file.draws.filter(function (draw) { return draw.ranking; }).length;
    return "すべて正しいことを確認しました(" + file.round + "、エントリー" + file.leaves.length + "件、"
      + (done ? "抽選" + done + "回分の順位と当選" : "抽選前の名簿") + ")。";
  }

  function proofWords(file) {
    return "エントリー" + file.number + "は、ルート値" + file.root + "の名簿に含まれています。"
      + "ルート値" + (file.result ? "と順位(" + file.result.rank + ")" : "") + "を、公表された値と見比べてください。";
  }

  function prepare() {
    var section = document.getElementById("verify"), result = document.getElementById("verify-result");
    var data = document.getElementById("draw-data"), button = document.getElementById("verify-here");
    if (!section) return;
    section.hidden = false;
    if (data && button) {
      button.hidden = false;
      button.addEventListener("click", function () { show(result, data.textContent); });
    }
    document.getElementById("verify-file").addEventListener("change", function () {
      var reader = new FileReader();
      reader.onload = function () { show(result, reader.result); };
      if (this.files.length) reader.readAsText(this.files[0]);
    });
  }

  if (typeof document !== "undefined") {
    prepare();
  } else if (typeof process !== "undefined") {
    if (process.argv.length !== 3) {
      console.error("Usage: node verify_draw.js FILE");
      process.exitCode = 2;
    } else {
      process.exitCode = run(process.argv[2]);
    }
  }
})();
