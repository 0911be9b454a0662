package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.gateway.Gateway;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Plug-ins of another time are refused in a sentence, whatever of them no longer fits. */
class InstalledTest {
    private record Plugin(String name, IntSupplier made) implements Provider {
        @Override
        public int version() {
            return made.getAsInt();
        }

        @Override
        public List<AssetType> types() {
            return List.of();
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Connection connect(Target target, Gateway gateway) {
            throw new UnsupportedOperationException();
        }
    }

    private static ServiceLoader.Provider<Provider> found(Supplier<Provider> plugin) {
        return new ServiceLoader.Provider<>() {
            @Override
            public Class<? extends Provider> type() {
                return Plugin.class;
            }

            @Override
            public Provider get() {
                return plugin.get();
            }
        };
    }

    private static Map<String, Provider> installed(List<ServiceLoader.Provider<Provider>> plugins) {
        return Installed.of(plugins.iterator());
    }

    @Test
    void aPluginOfThisVersionIsInstalled() {
        assertThat(installed(List.of(found(() -> new Plugin("hill", () -> Provider.VERSION)))))
                .containsOnlyKeys("hill");
    }

    @Test
    void aPluginOfAnotherVersionIsRefusedWithBothVersionsAndItsPlace() {
        assertThatThrownBy(() -> installed(List.of(found(() -> new Plugin("hill", () -> Provider.VERSION + 1)))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("InstalledTest$Plugin in /")
                .hasMessageContaining("version " + (Provider.VERSION + 1))
                .hasMessageContaining("here is " + Provider.VERSION)
                .hasMessageContaining("remove it");
    }

    @Test
    void aPluginThatWasMadeBeforeThereWereVersionsIsRefusedToo() {
        Plugin old = new Plugin("hill", () -> {
            throw new AbstractMethodError("version");
        });
        assertThatThrownBy(() -> installed(List.of(found(() -> old))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("another version of this program");
    }

    @Test
    void aPluginThatCannotBeMadeIsRefused() {
        assertThatThrownBy(() -> installed(List.of(found(() -> {
                    throw new ServiceConfigurationError("no constructor");
                }))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no constructor");
    }

    @Test
    void twoPluginsOfOneNameAreRefused() {
        ServiceLoader.Provider<Provider> hill = found(() -> new Plugin("hill", () -> Provider.VERSION));
        assertThatThrownBy(() -> installed(List.of(hill, hill))).hasMessageContaining("Two installed providers");
    }
}
