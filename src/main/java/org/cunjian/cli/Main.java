package org.cunjian.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Nearest;
import picocli.CommandLine;

/**
 * The command line: {@link #run} does one command and returns its exit code; only {@link #main} ends the process. Standard output
 * is the product, diagnostics and progress go to standard error.
 */
public final class Main {
    private Main() {}

    /** What surrounds a command: its streams, the environment, whether a person watches. */
    public record Surroundings(
            InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, boolean isTerminal) {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        InputStream in = new FileInputStream(FileDescriptor.in);
        // The launcher looks whether standard error is a terminal: Java 17 cannot.
        boolean isTerminal = Boolean.getBoolean("cunjian.terminal");
        int code = run(args, new Surroundings(in, out, err, System.getenv(), isTerminal));
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command. @return an {@link ExitCode} */
    public static int run(String[] args, Surroundings around) {
        Language language = languageOf(args);
        Console console = new Console(around, language);
        CommandLine line = new CommandLine(new RootCommand(), new CommandFactory(console));
        line.setResourceBundle(ResourceBundle.getBundle("org.cunjian.cli.help", language.locale(), new Utf8Control()));
        line.setOut(writer(around.out()));
        line.setErr(writer(around.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.isColoured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpLongOptionsMaxWidth(26);
        line.setUsageHelpWidth(100);
        line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandList::render);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        line.setParameterExceptionHandler((e, a) -> wrongUsage(e, console));
        line.setExecutionExceptionHandler((e, l, p) -> bug(e, console));
        try {
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return bug(e, console);
        }
    }

    private static PrintWriter writer(PrintStream to) {
        return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
    }

    /** Before parsing, because the parser's own messages want it. */
    private static Language languageOf(String[] args) {
        for (int i = 0; i < args.length; i++) {
            boolean isNext = args[i].equals("--lang") && i + 1 < args.length;
            String value = isNext ? args[i + 1] : args[i].startsWith("--lang=") ? args[i].substring(7) : "";
            if (value.equalsIgnoreCase("en")) return Language.EN;
            if (value.equalsIgnoreCase("zh")) return Language.ZH;
        }
        return Language.ZH;
    }

    private static int wrongUsage(CommandLine.ParameterException e, Console console) {
        Messages messages = console.messages();
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        console.complain(messages.text("cli/wrong-usage", explain(e, messages)));
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            java.util.Set<String> known =
                    new java.util.TreeSet<>(command.getSubcommands().keySet());
            command.getCommandSpec().options().forEach(o -> known.add(o.longestName()));
            Nearest.to(word, known).ifPresent(near -> console.complain(messages.text("cli/did-you-mean", near)));
        }
        console.complain(messages.text("cli/see-help", name));
        return ExitCode.WRONG_USAGE;
    }

    private static String explain(CommandLine.ParameterException e, Messages messages) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched)
            return messages.text("cli/unmatched", String.join(" ", unmatched.getUnmatched()));
        if (e instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty())
            return messages.text(
                    "cli/missing-parameter",
                    String.join(
                            " ",
                            missing.getMissing().stream()
                                    .map(CommandLine.Model.ArgSpec::paramLabel)
                                    .toList()));
        if (e.getArgSpec() != null && e.getValue() != null)
            return messages.text("cli/bad-value", e.getValue(), e.getArgSpec().paramLabel());
        return java.util.Objects.toString(e.getMessage(), "");
    }

    private static int bug(Throwable e, Console console) {
        console.complain(console.messages().text("cli/internal-error"));
        e.printStackTrace(console.err());
        return ExitCode.BUG;
    }
}
