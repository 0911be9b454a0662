package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes providers of files that describe a source of assets in place of Java. Found with {@link java.util.ServiceLoader}. */
public interface SourceFiles {
    /**
     * The providers that the files in and below a folder describe, each with its types.
     *
     * @param taken the names of the providers that there are: no file may describe another of such a name
     * @param trace told of each request and of what came back, a sentence each
     * @throws RuntimeException that is {@link io.nephoscope.inventory.doc.Said}, where a file does not say what it should
     */
    List<Provider> in(Path folder, Set<String> taken, Consumer<Text> trace);
}
