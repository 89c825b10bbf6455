"""Delivery: results are posted, once each; messages follow how far the jobs are; and both outlive the bot."""

from bot.delivery.delivery import Delivery

__all__ = ["Delivery"]
