/** Backorder logic to embed. */
module io.backorder.core {
  requires org.slf4j;
  requires static transitive java.sql;
  requires static transitive org.jspecify;

  exports io.backorder;
  exports io.backorder.accuracy;
  exports io.backorder.allocation;
  exports io.backorder.assortment;
  exports io.backorder.buying;
  exports io.backorder.counting;
  exports io.backorder.demand;
  exports io.backorder.economics;
  exports io.backorder.empirical;
  exports io.backorder.explanation;
  exports io.backorder.finance;
  exports io.backorder.forecast;
  exports io.backorder.fulfilment;
  exports io.backorder.jdbc;
  exports io.backorder.ledger;
  exports io.backorder.lotsizing;
  exports io.backorder.network;
  exports io.backorder.newsvendor;
  exports io.backorder.pegging;
  exports io.backorder.picking;
  exports io.backorder.picktolight;
  exports io.backorder.planning;
  exports io.backorder.posting;
  exports io.backorder.promise;
  exports io.backorder.proof;
  exports io.backorder.rationing;
  exports io.backorder.reallocation;
  exports io.backorder.refusal;
  exports io.backorder.replenishment;
  exports io.backorder.revenue;
  exports io.backorder.review;
  exports io.backorder.simulation;
  exports io.backorder.smoothing;
  exports io.backorder.statistics;
  exports io.backorder.stock;
  exports io.backorder.store;
  exports io.backorder.storefront;
  exports io.backorder.supply;
}
