package io.backorder.laws;

import io.backorder.model.Shop;
import java.util.List;

/** A shop and what happens in it. */
record History(Shop shop, List<Step> steps) {}
