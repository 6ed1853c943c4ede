package org.cunjian.cli;

import picocli.CommandLine;

/** Makes commands, handing each the console; everything else as picocli does. */
final class CommandFactory implements CommandLine.IFactory {
    private final Console console;
    private final CommandLine.IFactory usual = CommandLine.defaultFactory();

    CommandFactory(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (SiteCommand.class.isAssignableFrom(type)) {
            K made = type.getDeclaredConstructor().newInstance();
            ((SiteCommand) made).console = console;
            return made;
        }
        return usual.create(type);
    }
}
