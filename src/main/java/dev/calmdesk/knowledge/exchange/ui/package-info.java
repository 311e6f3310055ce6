/// Where those who own the knowledge take articles in, write them out and publish them for customers.
@NullMarked
package dev.calmdesk.knowledge.exchange.ui;

import org.jspecify.annotations.NullMarked;
