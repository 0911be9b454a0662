package io.nephoscope.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.cli.plan.Step;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan as programs read it. */
record PlanJson(List<PlannedAccount> accounts, Optional<PlanEstimate> estimate) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    void write(OutputStream out) throws IOException {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("schemaVersion", 1);
        plan.put("accounts", accounts.stream().map(PlanJson::account).toList());
        estimate.ifPresent(it -> {
            Map<String, Object> like = new LinkedHashMap<>();
            like.put("scannedAt", it.scannedAt());
            like.put("accounts", it.accounts());
            like.put("calls", it.total());
            like.put("byOperation", it.calls());
            like.put("notSeen", it.notSeen());
            plan.put("estimate", like);
        });
        out.write(MAPPER.writer(DocJson.layout()).writeValueAsBytes(plan));
        out.write("\n".getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> account(PlannedAccount account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("provider", account.target().provider());
        json.put("branch", account.target().branch());
        json.put("label", account.target().label());
        json.put("regions", account.target().regions());
        json.put("recorded", account.isRecorded());
        json.put("certain", account.plan().certain());
        json.put("certainInEachRegion", account.plan().certainInEachRegion());
        List<Map<String, Object>> calls = new ArrayList<>();
        account.plan().steps().forEach(step -> calls.add(step(step)));
        json.put("calls", calls);
        return json;
    }

    private static Map<String, Object> step(Step step) {
        Operation operation = step.use().operation();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", step.type());
        json.put("service", operation.service());
        json.put("operation", operation.name());
        json.put("permission", operation.permission());
        json.put("per", step.use().per().name().toLowerCase(Locale.ROOT));
        json.put("certain", step.isCertain());
        return json;
    }
}
