package org.cunjian.practice;

import org.cunjian.text.Span;

/** One part of a practice as the article states it: its name in Simplified Chinese, and where it stands. */
public record Component(String name, Span span) {}
