package org.mandelspark.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from one file of this machine to another, as a page links to it. */
public final class RelativeLink {
    private RelativeLink() {}

    /**
     * A relative URL, each part of it percent-encoded, so that no name is taken for a scheme, a query or markup.
     *
     * @param page the file that links, as for {@link OutputFile#of}
     * @param target the file that is linked to
     * @return nothing if either is not on this machine
     */
    public static Optional<String> of(String page, String target) {
        if (!(Store.of(page) instanceof LocalStore from && Store.of(target) instanceof LocalStore to)) {
            return Optional.empty();
        }
        Path folder = from.file().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (Path part : folder.relativize(to.file())) {
            parts.add(encoded(part.toString()));
        }
        return Optional.of(String.join("/", parts));
    }

    private static String encoded(String part) {
        // Made for forms, where a space is a plus.
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
