package org.mandelspark.eventlog;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;

/** Reader of the fields of one event, and what to do when all of them were read. */
interface EventReader extends EventFields.Field {
    /** Called once all fields of an event have been read. */
    interface Done {
        void run() throws IOException;
    }

    default void done() throws IOException {}

    /** A reader of fields whose values are kept until the end, so that half an event leaves nothing behind. */
    static EventReader whole(EventFields.Field field, Done end) {
        return new EventReader() {
            @Override
            public void read(String name, EventFields fields) throws IOException {
                field.read(name, fields);
            }

            @Override
            public void done() throws IOException {
                end.run();
            }
        };
    }

    /** Throws if a time or number that an event must have was not there: then it is still less than 0. */
    static void require(long value) throws IOException {
        if (value < 0) {
            throw new JsonParseException(null, "something is missing");
        }
    }
}
