package io.nephoscope.cli.command;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;

/** Where the value of an option comes from. */
sealed interface Origin {
    /** As a table says it. */
    Text text();

    /** As errors say it, before what is wrong. */
    Text place();

    /** For programs: which of these it is. */
    String label();

    /** The command line. */
    record Flag() implements Origin {
        @Override
        public Text text() {
            return Text.of("flag", "命令行");
        }

        @Override
        public Text place() {
            return Text.of("The command line", "命令行");
        }

        @Override
        public String label() {
            return "flag";
        }
    }

    /** A variable of the environment. */
    record Variable(String name) implements Origin {
        @Override
        public Text text() {
            return Text.of("environment {0}", "环境变量 {0}", name);
        }

        @Override
        public Text place() {
            return Text.of("The variable {0}", "环境变量 {0}", name);
        }

        @Override
        public String label() {
            return "environment";
        }
    }

    /** A configuration file. */
    record InFile(YamlNode node) implements Origin {
        @Override
        public Text text() {
            return Text.of("{0}:{1}", "{0}:{1}", node.file(), node.line());
        }

        @Override
        public Text place() {
            return node.place();
        }

        @Override
        public String label() {
            return "file";
        }
    }

    /** Nobody gave it. */
    record Default() implements Origin {
        @Override
        public Text text() {
            return Text.of("default", "默认");
        }

        @Override
        public Text place() {
            return Text.of("The default", "默认值");
        }

        @Override
        public String label() {
            return "default";
        }
    }
}
