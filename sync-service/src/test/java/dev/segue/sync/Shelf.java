package dev.segue.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reports in memory, which outlive whoever keeps them there.
public final class Shelf implements RemediationShelf {

    private final Map<String, Remediation> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(Remediation remediation) {
        kept.put(remediation.id(), remediation);
    }

    @Override
    public Optional<Remediation> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<Remediation> unfinished() {
        return kept.values().stream().filter(one -> !one.ended()).toList();
    }
}
