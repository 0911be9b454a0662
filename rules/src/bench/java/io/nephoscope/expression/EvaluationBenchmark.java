package io.nephoscope.expression;

import dev.cel.common.CelOptions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.nephoscope.rules.AssetView;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Eight rules on a thousand documents, by four engines: the time of one evaluation of one rule. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(8_000)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class EvaluationBenchmark {
    private final List<Expression> closures = new ArrayList<>();
    private final List<CelRuntime.Program> programs = new ArrayList<>();
    private final List<Map<String, Object>> structs = new ArrayList<>();
    private final List<Map<String, Object>> maps = new ArrayList<>();
    private List<AssetView> views = List.of();

    /** Compiles the rules, and sees to it that all engines come to the same verdicts. */
    @Setup
    public void prepare() throws IOException, CelEvaluationException {
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .build();
        for (String rule : Machines.RULES) {
            YamlNode node = YamlNode.parse("bench", "e: |\n  " + rule).field("e");
            closures.add(Machines.ENVIRONMENT.condition(node));
            programs.add(runtime.createProgram(Machines.ENVIRONMENT.check(node)));
        }
        views = Machines.thousand();
        for (AssetView view : views) {
            structs.add(TheirValues.variables(view, true));
            maps.add(TheirValues.variables(view, false));
        }
        int passed = closures();
        if (byHand() != passed || theirsOverStructs() != passed || theirsOverMaps() != passed) {
            throw new IllegalStateException("the engines do not agree");
        }
    }

    @Benchmark
    public int closures() {
        int passed = 0;
        for (AssetView view : views) {
            for (Expression rule : closures) {
                passed += Boolean.TRUE.equals(rule.evaluate(view, Machines.NOW)) ? 1 : 0;
            }
        }
        return passed;
    }

    @Benchmark
    public int byHand() {
        int passed = 0;
        for (AssetView view : views) {
            for (int rule = 0; rule < Machines.RULES.size(); rule++) {
                passed += ByHand.passes(rule, view) ? 1 : 0;
            }
        }
        return passed;
    }

    @Benchmark
    public int theirsOverStructs() throws CelEvaluationException {
        return theirs(structs);
    }

    @Benchmark
    public int theirsOverMaps() throws CelEvaluationException {
        return theirs(maps);
    }

    private int theirs(List<Map<String, Object>> documents) throws CelEvaluationException {
        int passed = 0;
        for (Map<String, Object> document : documents) {
            for (CelRuntime.Program program : programs) {
                passed += Boolean.TRUE.equals(program.eval(document)) ? 1 : 0;
            }
        }
        return passed;
    }
}
