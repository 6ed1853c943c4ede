package org.cunjian.content;

/** What may be published of an article: all of it, or facts, short quotes and the link only. */
public enum Rights {
    FULL,
    EXCERPT
}
