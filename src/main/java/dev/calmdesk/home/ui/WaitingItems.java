package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.When;
import dev.calmdesk.complaint.RemedyType;
import dev.calmdesk.home.Offer;
import dev.calmdesk.home.Request;
import dev.calmdesk.knowledge.KnowledgeCarePlace;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Workplace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Words for what waits for an answer.
final class WaitingItems {

    private final Texts texts;
    private final When when;
    private final Workplace workplace;

    WaitingItems(Texts texts, When when, Workplace workplace) {
        this.texts = texts;
        this.when = when;
        this.workplace = workplace;
    }

    /// @param reports how many reports on knowledge wait; all of them are one line
    List<WaitingItem> of(List<Offer> offers, List<Request> requests, int reports) {
        return Stream.of(
                        offers.stream().map(this::item), requests.stream().map(this::item),
                        reports == 0 ? Stream.<WaitingItem>of() : Stream.of(reports(reports)))
                .flatMap(items -> items)
                .toList();
    }

    private WaitingItem reports(int count) {
        return new WaitingItem(
                Optional.empty(), new KnowledgeCarePlace(), "", texts.get("home.waiting.reports", count),
                texts.get("home.waiting.reports_detail"));
    }

    private WaitingItem item(Offer offer) {
        var reason = workplace
                .first(Choice.TRANSFER_REASONS, choice -> choice.code().equals(offer.reason()))
                .map(choice -> choice.name().in(texts.language()))
                .orElse(offer.reason());
        return new WaitingItem(
                Optional.of(offer.transferId()), new CasePlace(offer.caseId()), offer.number(),
                texts.get("home.waiting.offer", offer.fromName(), offer.number(), offer.title()),
                texts.get("home.waiting.offer_detail", reason, offer.note(), when.at(offer.askedAt())));
    }

    private WaitingItem item(Request request) {
        var remedy = workplace
                .first(RemedyType.TOPIC, type -> type.code().equals(request.remedyType()))
                .map(type -> type.name().in(texts.language()))
                .orElse(request.remedyType());
        return new WaitingItem(
                Optional.empty(), new CasePlace(request.caseId()), request.number(),
                texts.get("home.waiting.request", request.askedByName(), remedy, request.amount().in(texts.language())),
                texts.get("home.waiting.request_detail", request.number(), request.reason(), when.at(request.askedAt())));
    }
}
