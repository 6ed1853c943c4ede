package org.cunjian.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article in the data that a page hands to its scripts: the object with the longest text among the JSON of the page, and the
 * title, source and time beside that text. For pages that show nothing until their scripts have run.
 */
record PageState(
        String html,
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String byline) {

    /** More data than this is not about one article. */
    private static final int MOST_CHARS = 4_000_000;

    private static final int MOST_DEPTH = 200;
    private static final int LEAST_PROSE = 40;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    /** {@code var createTime = '2021-09-14 18:03'}, {@code "publishTime": 1697592000000}; {@code var ct = "1631613780"} */
    private static final Pattern TIME = Pattern.compile(
            "(?:(?<![A-Za-z])ct|(?i:publish_?time|pub_?time|publish_?date|pub_?date|createTime|create_time))[\"']?\\s*[:=]\\s*[\"']?(?<time>(?:19|20)\\d\\d[-/年]\\d{1,2}[-/月]\\d{1,2}|\\d{13}(?!\\d)|\\d{10}(?!\\d))");

    /** What the scripts of a page hold, decoded where they are percent-encoded. */
    static List<String> scripts(Document page) {
        List<String> scripts = new ArrayList<>();
        int chars = 0;
        for (Element script : page.select("script")) {
            String data = script.data().strip();
            chars += data.length();
            if (data.length() < 20 || chars > MOST_CHARS) continue;
            scripts.add(data.startsWith("%7B") || data.startsWith("%5B") ? decoded(data) : data);
        }
        return scripts;
    }

    private static String decoded(String data) {
        try {
            return URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return data;
        }
    }

    /** The first time of publication that a script names; of a list of other articles it would not be the first. */
    static @Nullable LocalDate date(List<String> scripts) {
        for (String script : scripts) {
            if (script.contains("recommend") && !script.contains("title")) continue;
            Matcher m = TIME.matcher(script);
            if (m.find()) return day(m.group("time"));
        }
        return null;
    }

    private static @Nullable LocalDate day(String time) {
        boolean isCounted =
                time.chars().allMatch(c -> c >= '0' && c <= '9') && (time.length() == 10 || time.length() == 13);
        if (!isCounted) return HtmlDeclared.date(time);
        long seconds = Long.parseLong(time) / (time.length() == 13 ? 1000 : 1);
        LocalDate day =
                Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.ofHours(8)).toLocalDate();
        return day.getYear() >= 1995 && day.getYear() < 2100 ? day : null;
    }

    /** Empty where no script has a text of some length. */
    static Optional<PageState> of(List<String> scripts) {
        Finder finder = new Finder();
        for (String script : scripts) {
            int from = start(script);
            if (from >= 0) finder.read(script.substring(from));
        }
        return Optional.ofNullable(finder.best).map(Found::state);
    }

    /** Where the data begins: at once, or behind the name that it is given. */
    private static int start(String script) {
        char first = script.charAt(0);
        if (first == '{' || first == '[') return 0;
        for (int at = script.indexOf('='); at >= 0 && at < 4000; at = script.indexOf('=', at + 1)) {
            int value = at + 1;
            while (value < script.length() && Han.isSpace(script.charAt(value))) value++;
            if (value < script.length() && (script.charAt(value) == '{' || script.charAt(value) == '[')) return value;
        }
        return -1;
    }

    /** One object of the data while it is read. */
    private static final class Found {
        private String html = "";
        private int prose;
        private @Nullable String title;
        private @Nullable LocalDate date;
        private @Nullable String source;
        private @Nullable String byline;

        PageState state() {
            return new PageState(html, title, date, source, byline);
        }

        void take(String name, String value) {
            switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
                case "title", "headline", "articletitle", "contenttitle" ->
                    title = title == null && !value.isBlank() ? value : title;
                case "source",
                        "sourcename",
                        "media",
                        "medianame",
                        "origin",
                        "contentsource",
                        "publisher",
                        "nickname" -> {
                    if (source == null && value.length() <= 40) source = Placeholder.orNull(value);
                }
                case "author", "authorname", "writer", "editorname" ->
                    byline = byline == null ? HtmlDeclared.person(value) : byline;
                case "publishtime",
                        "pubtime",
                        "publishdate",
                        "pubdate",
                        "datepublished",
                        "createtime",
                        "ptime",
                        "releasetime",
                        "publishat" -> date = date == null ? day(value) : date;
                case "content",
                        "articlebody",
                        "body",
                        "html",
                        "text",
                        "contenthtml",
                        "articlecontent",
                        "detail",
                        "contenttext" -> takeText(value);
                default -> {
                    // of no use here
                }
            }
        }

        private void takeText(String value) {
            int marks = 0;
            for (int i = 0; i < value.length(); i++) if (Han.isSentenceMark(value.charAt(i))) marks++;
            int weight = marks == 0 ? 0 : value.length();
            if (weight <= prose) return;
            prose = weight;
            html = value.indexOf('<') >= 0 ? value : "<p>" + value.replace("\n", "</p><p>") + "</p>";
        }
    }

    private static final class Finder {
        private @Nullable Found best;

        void read(String json) {
            Deque<Found> open = new ArrayDeque<>();
            try (JsonParser parser = JSON.createParser(json)) {
                String name = "";
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    switch (token) {
                        case START_OBJECT -> open.push(new Found());
                        case END_OBJECT -> close(open.pop());
                        case FIELD_NAME -> name = parser.currentName();
                        case VALUE_STRING, VALUE_NUMBER_INT -> {
                            Found object = open.peek();
                            if (object != null && !name.isEmpty()) object.take(name, parser.getText());
                        }
                        default -> {
                            // arrays and other values say nothing
                        }
                    }
                    boolean isDone = open.isEmpty() && token == JsonToken.END_OBJECT;
                    if (isDone || open.size() > MOST_DEPTH) return;
                }
            } catch (IOException e) {
                // A script and no data; what was read of it counts.
                open.forEach(this::close);
            }
        }

        private void close(Found object) {
            if (object.prose >= LEAST_PROSE && (best == null || object.prose > best.prose)) best = object;
        }
    }
}
