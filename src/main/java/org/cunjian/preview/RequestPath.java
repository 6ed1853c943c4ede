package org.cunjian.preview;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a request, decoded: names below the site's root, none of them hidden and none that leads out of it.
 *
 * @param isFolder it ended with a slash
 */
record RequestPath(List<String> names, boolean isFolder) {

    RequestPath {
        names = List.copyOf(names);
    }

    /** Empty where it is no path below the root, however it is spelled. */
    static Optional<RequestPath> parse(String rawPath) {
        List<String> names = new ArrayList<>();
        for (String part : rawPath.split("/", -1)) {
            Optional<String> name = decode(part);
            if (name.isEmpty() || !isName(name.get())) return Optional.empty();
            if (!part.isEmpty()) names.add(name.get());
        }
        return Optional.of(new RequestPath(names, rawPath.endsWith("/")));
    }

    private static boolean isName(String name) {
        if (name.startsWith(".") && !name.equals(".well-known")) return false;
        return name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == ':');
    }

    private static Optional<String> decode(String part) {
        if (part.indexOf('%') < 0) return Optional.of(part);
        try {
            byte[] bytes = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As a browser must ask for it, from the root, with a slash at the end. */
    String asFolder() {
        StringBuilder path = new StringBuilder("/");
        for (String name : names)
            path.append(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                    .append('/');
        return path.toString();
    }

    /** The parameters of a query string; what is not well spelled is left out, the first of each name counts. */
    static Map<String, String> parameters(String rawQuery) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) continue;
            Optional<String> name = decode(pair.substring(0, equals).replace("+", "%20"));
            Optional<String> value = decode(pair.substring(equals + 1).replace("+", "%20"));
            if (name.isPresent() && value.isPresent()) parameters.putIfAbsent(name.get(), value.get());
        }
        return parameters;
    }
}
