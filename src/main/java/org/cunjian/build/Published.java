package org.cunjian.build;

/**
 * What a build put in place.
 *
 * @param written files made by this build
 * @param kept files taken over from the previous one
 * @param removed files of the previous one that are gone
 * @param isUnchanged the site was as it should be, so nothing was swapped
 */
public record Published(int written, int kept, int removed, boolean isUnchanged) {}
