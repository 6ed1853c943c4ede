package org.cunjian.site;

/**
 * The site's colour, moved towards black or white until it can be read on the paper: contrast of at least 4.5 to 1, as WCAG
 * 2 asks for text (level AA, criterion 1.4.3).
 */
final class Accent {
    private static final double READABLE = 4.6;
    private static final int LIGHT_PAPER = 0xF2F0EA;
    private static final int DARK_PAPER = 0x25292E;

    private Accent() {}

    /** @param colour as {@code #rrggbb} */
    static String onLight(String colour) {
        return readable(parse(colour), LIGHT_PAPER, 0);
    }

    static String onDark(String colour) {
        return readable(parse(colour), DARK_PAPER, 255);
    }

    private static int parse(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
    }

    private static String readable(int colour, int paper, int towards) {
        int mixed = colour;
        for (int step = 1; step <= 20 && contrast(mixed, paper) < READABLE; step++)
            mixed = mix(colour, towards, step / 20.0);
        return "#" + Integer.toHexString(0x1000000 | mixed).substring(1);
    }

    private static int mix(int colour, int towards, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = (colour >> shift) & 255;
            mixed |= (int) Math.round(channel + (towards - channel) * share) << shift;
        }
        return mixed;
    }

    static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear((colour >> 16) & 255)
                + 0.7152 * linear((colour >> 8) & 255)
                + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
