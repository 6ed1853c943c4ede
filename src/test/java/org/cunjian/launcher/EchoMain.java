package org.cunjian.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stands in for the program in the launcher's tests: prints what it was given. Its jar is made by {@link LauncherTest}. */
final class EchoMain {
    private EchoMain() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1 && args[0].equals("--help")) return; // The launcher warms up the archive with it.
        List<String> lines = new ArrayList<>();
        lines.add("java=" + Runtime.version().feature());
        lines.add("archive=" + System.getProperty("cunjian.archive", "used"));
        lines.add("names=" + System.getProperty("sun.jnu.encoding"));
        for (String arg : args) lines.add("arg=" + arg);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        lines.forEach(out::println);
        for (String arg : args) {
            if (arg.startsWith("--write=")) Files.writeString(Path.of(arg.substring(8)), "村");
            if (arg.startsWith("--exit=")) System.exit(Integer.parseInt(arg.substring(7)));
        }
    }
}
