import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Derives text/shapes.txt: for each character of GB 2312 those of GB 2312 that look like it. Three parts in five of a pair's likeness are
 * how far the printed characters, blurred, cover each other; two in five how few keys their Cangjie codes differ in, which
 * name their parts. A character and the one it is a part of (各, 格) are alike too.
 *
 * <pre>java src/main/data/Shapes.java FONT UNIHAN_DICTIONARY_LIKE_DATA OWN OUT</pre>
 */
class Shapes {
    private static final int SIDE = 32;
    private static final double PRINT_WEIGHT = 0.6;
    private static final double LEAST = 0.6;
    private static final double LEAST_PRINT = 0.2;
    private static final double PART = 0.7;

    /** The 3,008 characters of the second level are seldom what was meant. */
    private static final double RARE = 0.08;

    private static final int MOST = 14;

    private record Like(int character, double likeness) {}

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Font font = null;
        for (Font f : Font.createFonts(Path.of(args[0]).toFile()))
            if (f.getFontName().equals("Noto Sans CJK SC")) font = f;
        Map<Integer, List<String>> codes = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            String[] fields = line.split("\t");
            if (fields.length == 3 && fields[1].equals("kCangjie"))
                codes.put(Integer.parseInt(fields[0].substring(2), 16), List.of(fields[2].split(" ")));
        }
        Map<Integer, Set<Integer>> own = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(args[2]))) {
            if (line.startsWith("#") || line.isBlank()) continue;
            int[] group = line.substring(0, line.indexOf('\t')).codePoints().toArray();
            for (int a : group)
                for (int b : group)
                    if (a != b) own.computeIfAbsent(a, c -> new LinkedHashSet<>()).add(b);
        }
        CharsetEncoder common = Charset.forName("GB2312").newEncoder();
        int[] all = IntStream.range(0x4E00, 0xA000).filter(c -> common.canEncode((char) c)).toArray();
        Font drawn = font.deriveFont(2f * SIDE);
        float[][] glyphs = new float[all.length][];
        for (int i = 0; i < all.length; i++) glyphs[i] = glyph(drawn, all[i]);
        String text = IntStream.range(0, all.length)
                .parallel()
                .mapToObj(i -> line(i, all, glyphs, codes, own.getOrDefault(all[i], Set.of())))
                .filter(line -> line.codePointCount(0, line.length()) > 1)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of(args[3]), text);
        System.out.println(text.lines().count() + " characters, " + text.length() + " UTF-16 units");
    }

    private static String line(
            int at, int[] all, float[][] glyphs, Map<Integer, List<String>> codes, Set<Integer> own) {
        List<Like> alike = new ArrayList<>();
        List<String> code = codes.getOrDefault(all[at], List.of());
        for (int i = 0; i < all.length; i++) {
            if (i == at) continue;
            double print = dot(glyphs[at], glyphs[i]);
            double parts = likeness(code, codes.getOrDefault(all[i], List.of()));
            double likeness = print < LEAST_PRINT ? 0 : PRINT_WEIGHT * print + (1 - PRINT_WEIGHT) * parts;
            if (isPart(code, codes.getOrDefault(all[i], List.of()))) likeness = Math.max(likeness, PART);
            if (isRare(all[i])) likeness -= RARE;
            if (own.contains(all[i])) likeness += 1;
            // the same bytes whatever the machine's last digits are
            if (likeness >= LEAST) alike.add(new Like(all[i], Math.round(likeness * 1000) / 1000.0));
        }
        alike.sort(Comparator.comparingDouble(Like::likeness).reversed().thenComparingInt(Like::character));
        StringBuilder line = new StringBuilder().appendCodePoint(all[at]);
        alike.stream().limit(MOST).forEach(like -> line.appendCodePoint(like.character()));
        return line.toString();
    }

    private static boolean isRare(int character) {
        return (Character.toString(character).getBytes(Charset.forName("GB2312"))[0] & 0xFF) >= 0xD8;
    }

    /** One is the other and one part more on its left or around it. */
    private static boolean isPart(List<String> a, List<String> b) {
        for (String x : a)
            for (String y : b) {
                String shorter = x.length() < y.length() ? x : y;
                String longer = shorter.equals(x) ? y : x;
                if (shorter.length() >= 3 && longer.length() == shorter.length() + 1 && longer.endsWith(shorter))
                    return true;
            }
        return false;
    }

    private static double likeness(List<String> a, List<String> b) {
        double best = 0;
        for (String x : a)
            for (String y : b)
                best = Math.max(best, 1 - (double) distance(x, y) / Math.max(x.length(), y.length()));
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** The character as printed, blurred, as a vector of length one around zero. */
    private static float[] glyph(Font font, int character) {
        int side = 2 * SIDE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        graphics.drawString(Character.toString(character), 0, side * 0.88f);
        float[] pixels = new float[SIDE * SIDE];
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                pixels[y / 2 * SIDE + x / 2] += image.getRaster().getSample(x, y, 0);
        pixels = blurred(blurred(pixels));
        double mean = 0;
        for (float pixel : pixels) mean += pixel / pixels.length;
        double square = 0;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] -= (float) mean;
            square += pixels[i] * pixels[i];
        }
        for (int i = 0; i < pixels.length; i++) pixels[i] /= (float) Math.sqrt(square);
        return pixels;
    }

    private static float[] blurred(float[] pixels) {
        float[] blurred = new float[pixels.length];
        for (int y = 1; y < SIDE - 1; y++)
            for (int x = 1; x < SIDE - 1; x++)
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        blurred[y * SIDE + x] += pixels[(y + dy) * SIDE + x + dx] / 9;
        return blurred;
    }
}
