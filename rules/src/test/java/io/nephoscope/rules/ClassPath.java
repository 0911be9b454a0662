package io.nephoscope.rules;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The class path of the tests, with changes: what is loaded from it shares nothing with the test that asks. */
final class ClassPath {
    private final List<Path> entries;

    private ClassPath(List<Path> entries) {
        this.entries = entries;
    }

    static ClassPath ofTests() {
        return new ClassPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList());
    }

    ClassPath without(Predicate<Path> unwanted) {
        return new ClassPath(entries.stream().filter(unwanted.negate()).toList());
    }

    ClassPath with(Path instead, Path of) {
        List<Path> changed = new ArrayList<>(entries);
        changed.set(entries.indexOf(of), instead);
        return new ClassPath(changed);
    }

    /** What a static method of texts says there. */
    String ask(Class<?> owner, String method, String... arguments) throws IOException, ReflectiveOperationException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : entries) {
            urls.add(entry.toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Class<?>[] texts =
                    Collections.nCopies(arguments.length, String.class).toArray(Class<?>[]::new);
            Method asked = loader.loadClass(owner.getName()).getDeclaredMethod(method, texts);
            asked.setAccessible(true);
            return (String) asked.invoke(null, (Object[]) arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
