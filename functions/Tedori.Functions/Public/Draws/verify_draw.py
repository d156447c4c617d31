#!/usr/bin/env python3
"""Repeats a published draw and names whatever does not hold.

    python3 verify_draw.py FILE

FILE is the draw.json of a round, or the proof of one entry. Needs Python 3.8 or later and nothing else; reads no network.
Exit code 0: everything holds. 1: something does not, one line each. 2: the file cannot be read.

What is checked
    leaf     SHA-256(0x00, "number|receipt number|time of receipt|salt"); entry n of the list is leaf n.
             Where several entries of one company share a lot, each has such a share, and the leaf is
             SHA-256(0x00, "number|lot|share|share…")
    root     a node is SHA-256(0x01, left, right); an odd last node moves up; no leaves give SHA-256 of nothing
    seed     SHA-256 of the proof: the signature of drand, or the text of what was thrown
    thrown   what fell was committed before the public value existed that is hashed with it; compare that with a newspaper
    key      HMAC-SHA256(seed, round id, leaf); ranks follow the keys in ascending order, equal keys the numbers
    places   planned and carried in; whoever has at most that rank wins
    numbers  whole, in digits alone: no fraction, no exponent; at most 2147483647, the beacon's number 9007199254740991
    times    UTC with a Z, as 2025-05-19T00:00:00Z or with 1 to 9 digits of a fraction behind a point; years 1000 to 9999
Not checked: the signature of drand itself. Compare it at https://api.drand.sh/ under the chain and round of the file.
"""
import hashlib
import hmac
import json
import re
import sys
from datetime import datetime, timedelta, timezone

DRAW_FORMAT = "tedori-draw-1"
PROOF_FORMAT = "tedori-proof-1"
SHARED_FORMAT = "tedori-proof-2"
TREE = "merkle-sha256-v1"
ALGORITHM = "hmac-sha256-v1"
QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
QUICKNET_GENESIS = datetime.fromtimestamp(1692803367, timezone.utc)
QUICKNET_PERIOD = 3
MOST_FAULTS = 100
HASH = re.compile("[0-9a-f]{64}")
HEX = re.compile("(?:[0-9a-f]{2})*")
TIME = re.compile(r"([1-9]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?Z", re.ASCII)
MOST_INT = 2147483647
MOST_LONG = 9007199254740991


class Unreadable(Exception):
    """The file is not what it should be."""


def sha256(data):
    return hashlib.sha256(data).digest()


def merkle_root(leaves):
    if not leaves:
        return sha256(b"")
    level = leaves
    while len(level) > 1:
        above = [sha256(b"\x01" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]


def root_of_path(leaf, index, count, path):
    if not 0 <= index < count:
        return None
    rest = list(path)
    while count > 1:
        sibling = index ^ 1
        if sibling < count:
            if not rest:
                return None
            other = rest.pop(0)
            leaf = sha256(b"\x01" + (leaf + other if index % 2 == 0 else other + leaf))
        index //= 2
        count = (count + 1) // 2
    return None if rest else leaf


def keys_of(round_id, leaves, seed):
    """HMAC-SHA256 written out: the two padded blocks are hashed once for all leaves."""
    inner = hashlib.sha256(bytes(b ^ 0x36 for b in seed.ljust(64, b"\0")))
    outer = hashlib.sha256(bytes(b ^ 0x5C for b in seed.ljust(64, b"\0")))
    inner.update(round_id.encode())
    keys = []
    for leaf in leaves:
        first = inner.copy()
        first.update(leaf)
        second = outer.copy()
        second.update(first.digest())
        keys.append(second.digest())
    return keys


def is_int(value, most=MOST_INT):
    return type(value) is int and -most - (most == MOST_INT) <= value <= most


def refuse(constant):
    raise Unreadable(f"'{constant}' is no number")


def field(obj, name, kind, optional=False, most=MOST_INT):
    value = obj.get(name) if isinstance(obj, dict) else None
    if value is None and optional:
        return None
    if not isinstance(value, kind) or (kind is int and not is_int(value, most)):
        raise Unreadable(f"the field '{name}' is missing or of the wrong type")
    return value


def digest(obj, name):
    return as_hash(field(obj, name, str))


def as_hash(text):
    if not isinstance(text, str) or not HASH.fullmatch(text):
        raise Unreadable(f"'{text}' is not 64 lower-case hexadecimal digits")
    return bytes.fromhex(text)


def instant(obj, name, optional=False):
    """A time as something that can be compared: whole seconds and nanoseconds."""
    text = field(obj, name, str, optional)
    if text is None:
        return None
    match = TIME.fullmatch(text)
    try:
        whole = datetime.fromisoformat(match.group(1)).replace(tzinfo=timezone.utc)
    except (AttributeError, ValueError):
        raise Unreadable(f"'{text}' is not a UTC time such as 2025-05-19T00:00:00Z") from None
    return whole, int((match.group(2) or "").ljust(9, "0"))


class Draw:
    def __init__(self, file):
        self.file = file
        self.faults = []
        self.round = field(file, "round", str)
        self.sealing = field(file, "sealing", dict)
        self.leaves = [as_hash(leaf) for leaf in field(file, "leaves", list)]
        self.draws = field(file, "draws", list)
        self.places = field(self.sealing, "planned", int) + field(self.sealing, "carriedIn", int)
        self.root_holds = merkle_root(self.leaves) == digest(self.sealing, "root")

    def fault(self, code, where, text):
        self.faults.append((code, where, text))

    def check(self):
        self.check_sealing()
        for index in range(len(self.draws)):
            self.check_draw(index)
        if not self.root_holds and not any(code in ("leaf", "order") for code, _, _ in self.faults):
            self.fault("root", "sealing", "the leaves do not give the published root: the root was changed, or a leaf")
        return self.faults

    def check_sealing(self):
        count = field(self.sealing, "count", int)
        if field(self.sealing, "tree", str) != TREE:
            self.fault("algorithm", "sealing", "the tree is unknown here")
        if count != len(self.leaves):
            self.fault("count", "leaves", f"{count} entries were sealed, but {len(self.leaves)} leaves are here")
        excluded = field(self.sealing, "excluded", dict)
        if field(self.sealing, "received", int) - sum(field(excluded, reason, int) for reason in excluded) != count:
            self.fault("count", "excluded", "entries received, less those excluded, are not the entries sealed")

    def check_draw(self, index):
        draw = self.draws[index]
        where = f"draw {index + 1}"
        if field(draw, "algorithm", str) != ALGORITHM:
            self.fault("algorithm", where, "the algorithm is unknown here")
        no_reason = not (field(draw, "reason", str, True) or "").strip()
        if field(draw, "number", int) != index + 1 or (index == 0) != no_reason:
            self.fault("draw", where, "draws are numbered from 1, and every one after the first has a reason")
        if field(draw, "places", int) != self.places:
            self.fault("places", where, f"planned and carried in are {self.places} places, not {draw['places']}")
        self.check_beacon(index, where)
        value = field(draw, "value", dict, True)
        ranking = field(draw, "ranking", list, True)
        drawn = field(draw, "drawnAt", str, True)
        if value is None or ranking is None or drawn is None:
            if index + 1 < len(self.draws) or not (value is None and ranking is None and drawn is None):
                self.fault("draw", where, "only the last draw may still wait for its value, and then it has no ranking")
            return
        self.check_ranking(where, value, ranking)

    def check_beacon(self, index, where):
        draw = self.draws[index]
        beacon = field(draw, "beacon", dict)
        due = instant(beacon, "due")
        source = (field(beacon, "kind", str), field(beacon, "source", str), field(beacon, "number", int, most=MOST_LONG))
        if instant(draw, "announcedAt") >= due:
            self.fault("beacon", where, "the value that decides was announced only when it existed")
        if source[0] == "drand" and not self.is_quicknet(source, due):
            self.fault("beacon", where, "the announced value is not of drand quicknet, or its round is not due then")
        earlier = self.draws[:index]
        if any(source == tuple(e["beacon"][n] for n in ("kind", "source", "number")) for e in earlier):
            self.fault("beacon", where, "the announced value belongs to an earlier draw")
        value = field(draw, "value", dict, True)
        drawn = instant(draw, "drawnAt", True)
        if value is None or drawn is None:
            return
        fallback = instant(beacon, "fallbackFrom", True)
        kind = field(value, "kind", str)
        allowed = kind == source[0] or (kind == "witnessed" and fallback is not None and fallback <= drawn)
        if drawn < due or not allowed:
            self.fault("beacon", where, "the draw was not decided by the value that was announced")
        if kind == "witnessed" and not self.is_bound(draw, beacon, value, drawn, fallback if source[0] != kind else due):
            self.fault("beacon", where, "the throw is not bound to a public value that came after it")
        if any((e.get("value") or {}).get("randomness") == value.get("randomness") for e in earlier):
            self.fault("beacon", where, "the same value decided an earlier draw")

    @staticmethod
    def is_quicknet(source, due):
        if source[1] != QUICKNET or not 1 <= source[2] < 1 << 40:
            return False
        return (QUICKNET_GENESIS + timedelta(seconds=QUICKNET_PERIOD * (source[2] - 1)), 0) == due

    def is_bound(self, draw, beacon, value, drawn, start):
        # A throw that was announced before throws were bound counts as it is.
        thrown = field(draw, "thrown", dict, True)
        if thrown is None:
            return field(beacon, "bound", bool, True) is not True
        text, source = field(thrown, "text", str), field(thrown, "source", str)
        public = field(thrown, "value", str, True)
        committed, due = instant(thrown, "committedAt"), instant(thrown, "due")
        head = f"tedori witnessed 2|{self.round}|{field(draw, 'number', int)}|"
        return (text.startswith(head) and public is not None and start is not None and start <= committed < due <= drawn
                and f"{text}|{source}|{public}".encode().hex() == field(value, "proof", str))

    def check_ranking(self, where, value, ranking):
        seed = digest(value, "randomness")
        seed_holds = self.seed_holds(value, seed)
        if not seed_holds:
            self.fault("seed", where, "the seed is not the SHA-256 of its proof")
        lines = [self.line(row) for row in ranking]
        if not self.is_complete(where, lines):
            return
        keys = keys_of(self.round, self.leaves, seed)
        wrong = [line for line in lines if keys[line[1] - 1] != line[2]]
        self.explain(where, wrong, keys, seed_holds)
        self.check_order(where, lines, {line[1] for line in wrong})
        for index, line in enumerate(lines):
            if line[3] != (index < self.places):
                verb = "wins" if index < self.places else "does not win"
                self.fault("place", f"{where} rank {index + 1}", f"with {self.places} places this rank {verb}")

    @staticmethod
    def seed_holds(value, seed):
        proof = field(value, "proof", str)
        if not HEX.fullmatch(proof) or (value["kind"] == "drand" and len(proof) != 96):
            return False
        return sha256(bytes.fromhex(proof)) == seed

    @staticmethod
    def line(row):
        good = isinstance(row, list) and len(row) == 4 and is_int(row[0]) and is_int(row[1])
        if not good or type(row[3]) is not int or row[3] not in (0, 1):
            raise Unreadable("a line of a ranking is not an array of rank, number, key and 1 or 0")
        return row[0], row[1], as_hash(row[2]), row[3] == 1

    def is_complete(self, where, lines):
        seen = [False] * len(self.leaves)
        for index, line in enumerate(lines):
            if line[0] != index + 1:
                self.fault("rank", f"{where} rank {index + 1}", f"here stands rank {line[0]}")
            if not 1 <= line[1] <= len(seen) or seen[line[1] - 1]:
                self.fault("rank", f"{where} rank {index + 1}", f"entry {line[1]} stands twice or is not in the list")
            else:
                seen[line[1] - 1] = True
        if len(lines) != len(seen):
            self.fault("rank", where, f"{len(lines)} entries are ranked, {len(seen)} are in the list")
        return len(lines) == len(seen) and all(seen)

    def explain(self, where, wrong, keys, seed_holds):
        holders = {keys[line[1] - 1]: line[1] for line in wrong}
        exchanged = any(line[2] in holders for line in wrong)
        if len(wrong) == len(self.leaves) and len(wrong) > 1 and not exchanged:
            if seed_holds:
                self.fault("seed", where, "no key follows from seed and round id: one of the two is not that of this draw")
            return
        for rank, number, key, _ in wrong:
            other = holders.get(key, 0)
            if other and self.root_holds:
                self.fault("rank", f"{where} rank {rank}", f"entry {number} stands here with the key of entry {other}")
            elif other > number:
                self.fault("order", f"entries {number} and {other}", "they stand in each other's place in the list")
            elif not other and self.root_holds:
                self.fault("key", f"{where} rank {rank}", f"the key is not that of entry {number}")
            elif not other:
                self.fault("leaf", f"entry {number}", "its leaf is not the one that was sealed and drawn")

    def check_order(self, where, lines, skipped):
        before = None
        for rank, number, key, _ in lines:
            if number in skipped:
                continue
            if before is not None and (key, number) < before:
                self.fault("rank", f"{where} rank {rank}", "the key is smaller than that of the rank before")
            before = (key, number)


def check_proof(proof):
    faults = []
    number = field(proof, "number", int)
    count = field(proof, "count", int)
    round_id = field(proof, "round", str)
    leaf = digest(proof, "leaf")
    instant(proof, "receivedAt")
    text = "|".join([str(number), field(proof, "caseId", str), proof["receivedAt"], digest(proof, "salt").hex()])
    share = sha256(b"\0" + text.encode())
    if proof["format"] == SHARED_FORMAT:
        shares = [as_hash(node) for node in field(proof, "shares", list)]
        if share not in shares:
            faults.append(("leaf", "entry", "no share is made of number, receipt number, time of receipt and salt"))
        text = "|".join([str(number), "lot"] + [node.hex() for node in shares])
        if sha256(b"\0" + text.encode()) != leaf:
            faults.append(("leaf", "lot", "the leaf is not made of the number and the shares"))
    elif share != leaf:
        faults.append(("leaf", "entry", "the leaf is not made of number, receipt number, time of receipt and salt"))
    path = [as_hash(node) for node in field(proof, "path", list)]
    if root_of_path(leaf, number - 1, count, path) != digest(proof, "root"):
        faults.append(("root", "path", "leaf and path do not give the root"))
    result = field(proof, "result", dict, True)
    if result is None:
        return faults
    key = hmac.new(digest(result, "randomness"), round_id.encode() + leaf, hashlib.sha256).digest()
    if key != digest(result, "key"):
        faults.append(("key", "rank", "the key does not follow from the seed and the leaf"))
    rank = field(result, "rank", int)
    if not 1 <= rank <= count:
        faults.append(("rank", "rank", "the rank is not one of the list"))
    if field(result, "won", bool) != (rank <= field(result, "places", int)):
        faults.append(("place", "rank", "the rank and the places do not give this result"))
    return faults


def verify(file):
    """The faults, each as code, place and sentence, and a line that says what was looked at."""
    kind = field(file, "format", str)
    if kind in (PROOF_FORMAT, SHARED_FORMAT):
        note = "the entry is in the list with this root; compare root and rank with the published draw.json"
        return check_proof(file), f"{file.get('round')} entry {file.get('number')}: {note}"
    if kind != DRAW_FORMAT:
        return [("format", "file", f"the format is '{kind}', not '{DRAW_FORMAT}' or '{PROOF_FORMAT}'")], ""
    draw = Draw(file)
    faults = draw.check()
    drawn = sum(1 for d in draw.draws if d.get("ranking") is not None)
    return faults, f"{draw.round}: {len(draw.leaves)} entries, {drawn} of {len(draw.draws)} draws done, root {file['sealing']['root']}"


def main(arguments):
    if len(arguments) != 1 or arguments[0] in ("-h", "--help"):
        print(__doc__.strip(), file=sys.stderr if len(arguments) != 1 else sys.stdout)
        return 2 if len(arguments) != 1 else 0
    try:
        with open(arguments[0], encoding="utf-8-sig") as stream:
            faults, summary = verify(json.load(stream, parse_float=str, parse_constant=refuse))
    except (OSError, ValueError, RecursionError, Unreadable) as problem:
        print(f"verify_draw: {arguments[0]} cannot be checked: {problem}.", file=sys.stderr)
        return 2
    for code, where, text in faults[:MOST_FAULTS]:
        print(f"fault: {code}: {where}: {text}.")
    print(f"{len(faults)} faults." if faults else f"holds: {summary}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
