package io.nephoscope.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Parses YAML that is not nested so deeply that whoever reads the tree runs out of stack. */
final class ShallowParser implements Parser {
    private static final int DEEPEST = 100;

    private final Parser parser;
    private int depth;

    ShallowParser(LoadSettings settings, String text) {
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    /** @throws ParserException where the text is nested too deeply, or is not YAML */
    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case SequenceStart, MappingStart -> depth++;
            case SequenceEnd, MappingEnd -> depth--;
            default -> {}
        }
        if (depth > DEEPEST) {
            throw new ParserException(
                    "",
                    Optional.empty(),
                    "lists and maps are nested deeper than " + DEEPEST + " levels here",
                    event.getStartMark());
        }
        return event;
    }
}
