#!/usr/bin/env python3
"""Texts of the words of a dictionary, as often as they are used: general Chinese for the list of anchors.

  words.py N OUTDIR [--seed 5]

Writes OUTDIR/NNNN.md, N texts of 2,500 characters in sentences of 30 to 50. A quarter of the words of a text are from some sixty
of its own. Needs jieba's dict.txt (Debian: python3-jieba), which has how often each word is used.
"""
import argparse
import os
import random
import re

DICTIONARY = "/usr/lib/python3/dist-packages/jieba/dict.txt"
LENGTH, SHORTEST, LONGEST, CLAUSE = 2500, 30, 48, 14


def words():
    with open(DICTIONARY, encoding="utf8") as lines:
        entries = [line.split() for line in lines]
    return zip(*((word, int(uses)) for word, uses, *_ in entries if re.fullmatch("[\u4e00-\u9fff]{1,4}", word)))


def text(names, uses, rnd):
    usual = iter(rnd.choices(names, uses, k=LENGTH))
    own = rnd.choices(names, [min(use, 2000) for use in uses], k=60)
    sentences, length = [], 0
    while length < LENGTH:
        wanted, sentence, clause = rnd.randint(SHORTEST, LONGEST), "", 0
        while len(sentence) < wanted:
            word = rnd.choice(own) if rnd.random() < 0.25 else next(usual)
            sentence += word
            clause += len(word)
            if clause > CLAUSE and len(sentence) < wanted - 6 and rnd.random() < 0.3:
                sentence += "，"
                clause = 0
        sentences.append(sentence + "。")
        length += len(sentence)
    return "".join(sentences)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("n", type=int)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    rnd = random.Random(options.seed)
    names, uses = words()
    os.makedirs(options.out, exist_ok=True)
    for i in range(options.n):
        with open(os.path.join(options.out, f"{i:04d}.md"), "w", encoding="utf8") as file:
            file.write(text(names, uses, rnd))


main()
