package org.cunjian.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The annotated articles of {@code ../shared}, cleaned just enough to measure extraction by itself. */
record Annotated(String id, boolean isCase, String title, String body, List<Gold> practices, List<GoldFigure> figures) {

    /** One annotated practice; {@code components} is empty where the annotators saw none. */
    record Gold(List<String> names, boolean isCore, List<String> components) {
        String name() {
            return names.get(0);
        }
    }

    record GoldFigure(String text, boolean isProjected) {}

    private static final Path SHARED = Path.of("..", "shared");
    private static final Pattern PINYIN = Pattern.compile("\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\\)");

    static boolean isPresent() {
        return Files.isDirectory(SHARED.resolve("eval/gold"));
    }

    static List<Annotated> all() {
        try (Stream<Path> files = Files.list(SHARED.resolve("eval/gold"))) {
            List<Annotated> all = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) all.add(read(file));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Annotated read(Path file) throws IOException {
        Map<?, ?> gold = (Map<?, ?>) Objects.requireNonNull(json(Files.readString(file)));
        String id = string(gold.get("id"));
        List<Gold> practices = new ArrayList<>();
        for (Object item : list(gold.get("practices"))) {
            Map<?, ?> practice = (Map<?, ?>) item;
            List<String> names = new ArrayList<>(List.of(string(practice.get("name"))));
            for (Object alias : list(practice.get("aliases"))) names.add(string(alias));
            practices.add(new Gold(
                    names,
                    "core".equals(practice.get("level")),
                    list(practice.get("components")).stream()
                            .map(Annotated::string)
                            .toList()));
        }
        List<GoldFigure> figures = new ArrayList<>();
        for (Object item : list(gold.get("figures"))) {
            Map<?, ?> figure = (Map<?, ?>) item;
            figures.add(new GoldFigure(string(figure.get("text")), Boolean.TRUE.equals(figure.get("projected"))));
        }
        Object title = ((Map<?, ?>) Objects.requireNonNull(gold.get("meta"))).get("title");
        String shownTitle = title == null ? "" : string(title);
        return new Annotated(
                id, !Boolean.FALSE.equals(gold.get("is_case")), shownTitle, body(id, shownTitle), practices, figures);
    }

    private static String body(String id, String title) throws IOException {
        StringBuilder body = new StringBuilder();
        String titleKey = NameForm.key(title);
        for (String line : raw(id).split("\n")) {
            String kept = PINYIN.matcher(line.strip()).replaceAll("").replace("&nbsp;", " ");
            kept = kept.replace("?!靶滦娃r", "。“新型農").replace("?/p>", "。”");
            boolean navigation = kept.length() < 12 && kept.chars().noneMatch(c -> "。！？，".indexOf(c) >= 0);
            boolean header = kept.startsWith("来源：") || kept.startsWith("文章来源") || kept.startsWith("2023-06-30");
            boolean repeated = titleKey.length() > 4 && NameForm.key(kept).contains(titleKey);
            if (!kept.isEmpty() && !navigation && !header && !repeated)
                body.append(kept).append("\n\n");
        }
        return body.toString();
    }

    private static String raw(String id) throws IOException {
        for (String folder : List.of("eval/articles", "seeds"))
            try (Stream<Path> files = Files.list(SHARED.resolve(folder))) {
                Path file = files.filter(f -> f.getFileName().toString().startsWith(id)
                                && f.toString().endsWith(".txt"))
                        .findFirst()
                        .orElse(null);
                if (file != null) return Files.readString(file, UTF_8);
            }
        throw new IllegalStateException("no article " + id);
    }

    private static String string(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static @Nullable Object json(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) list.add(value(parser));
                return list;
            }
            case VALUE_TRUE -> {
                return true;
            }
            case VALUE_FALSE -> {
                return false;
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return parser.getText();
            }
        }
    }
}
