package org.cunjian.ingest;

/**
 * One small thing that cleaning does. A rule looks at the whole draft, changes what it is sure of and logs each change under
 * its name. Running it again changes nothing more. Linear in the length of the text.
 */
interface CleaningRule {
    void apply(Draft draft);
}
