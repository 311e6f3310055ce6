package dev.calmdesk.home;

import java.util.OptionalDouble;

/// What a person's day looks like until now.
///
/// @param firstContact first contact resolution in percent
/// @param satisfaction CSAT in percent
/// @param meanStars mean rating, 1 to 5
/// @param asked how many customers were asked for a rating
/// @param handling mean handling time in seconds
/// @param contacts finished today
/// @param promisesOpen still on the person's hands
public record DayFigures(
        Figure firstContact,
        Figure satisfaction,
        OptionalDouble meanStars,
        int asked,
        Figure handling,
        Share promises,
        int contacts,
        int promisesKept,
        int promisesOpen) {}
